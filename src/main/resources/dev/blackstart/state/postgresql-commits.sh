# Finds the commits that the log holds since the last checkpoint, and that a crash has to carry out again. Usage: DATA PROGRAMS
# Prints the timeline, the size of a file of the log, the position of each commit, and end.
set -euo pipefail
export LC_ALL=C

data=$1 programs=$2
control=$("$programs/pg_controldata" -D "$data")
value() { sed -nE "s/^$1: +//p" <<<"$control"; }
timeline=$(value "Latest checkpoint's TimeLineID")
from=$(value "Latest checkpoint's REDO location")
printf '%s\n' "$timeline" "$(value 'Bytes per WAL segment')"
# Where the log ends, it ends with an error.
{ "$programs/pg_waldump" --path="$data/pg_wal" --timeline="$timeline" --start="$from" --rmgr=Transaction 2>/dev/null || true; } |
    sed -nE 's/^.* lsn: ([0-9A-F]+\/[0-9A-F]+), .*desc: COMMIT.*$/\1/p' | tail -n 10000
echo end
