# Deletes all files of a server's log, and leaves its directories. Usage: DATA PROGRAMS
# Prints how many there were, how many are left, and end.
set -euo pipefail

find "$1/pg_wal/" -maxdepth 1 -type f -printf x -delete | wc -c
find "$1/pg_wal/" -maxdepth 1 -type f -printf x | wc -c
echo end
