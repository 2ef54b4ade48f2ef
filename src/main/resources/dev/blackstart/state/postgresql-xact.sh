# Lists the files that say which transactions were committed. Usage: DATA PROGRAMS
# Prints their names, and end.
set -euo pipefail

find "$1/pg_xact/" -maxdepth 1 -type f -printf '%f\n' | LC_ALL=C sort
echo end
