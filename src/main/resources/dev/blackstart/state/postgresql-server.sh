# Finds, halts and starts a server, in whatever manner its host does. Usage: VERB …
#   about DATA                       prints its first process, the directory of its programs, its log, its unit, and end
#   freeze|thaw|kill PROCESS         does so with all its processes
#   stop DATA PROGRAMS UNIT          lets it end well
#   start DATA PROGRAMS LOG UNIT     prints 0 where it started, and on a second line the most telling of what its log says of that
set -euo pipefail
cd /

# Root itself may not look into another's processes everywhere: a container's often may not.
as_owner() {
    local owner
    owner=$(stat -c %U "$1")
    shift
    if [ "$(id -u)" = 0 ]; then runuser -u "$owner" -- "$@"; else "$@"; fi
}

about() {
    local process log unit
    process=$(head -n 1 "$1/postmaster.pid")
    if [ "$process" -le 1 ]; then
        echo 'the server is the first process of its host, which would end with it' >&2
        exit 1
    fi
    log=$(as_owner "$1" readlink "/proc/$process/fd/2")
    [ -f "$log" ] || log=/dev/null
    unit=$(sed -nE 's|^[0-9]+:[^:]*:.*/([^/]+\.service)$|\1|p' "/proc/$process/cgroup" | sed -n 1p)
    if [ -n "$unit" ] && [ "$(systemctl show --property=MainPID --value "$unit" 2>/dev/null)" != "$process" ]; then
        unit= # whoever started it runs in that unit, and is not it
    fi
    printf '%s\n' "$process" "$(dirname "$(as_owner "$1" readlink "/proc/$process/exe")")" "$log" "$unit" end
}

# The first one first, which makes no more once it is stopped.
all() {
    echo "$1"
    grep -lsE "^PPid:[[:space:]]+$1\$" /proc/[0-9]*/status | cut -d / -f 3 || true
}

freeze() {
    kill -STOP "$1"
    kill -STOP $(all "$1") 2>/dev/null || true # one may have ended meanwhile
}

thaw() {
    kill -CONT $(all "$1") 2>/dev/null || true
}

end() {
    local one
    one=$(all "$1")
    kill -KILL $one
    for one in $one; do
        for _ in $(seq 300); do
            [ -e "/proc/$one" ] || continue 2 # one that has ended and waits to be noted keeps a new server from starting
            sleep 0.1
        done
        echo "process $one was killed, and is still there" >&2
        exit 1
    done
}

stop() {
    if [ -n "$3" ]; then
        systemctl stop "$3"
    else
        as_owner "$1" "$2/pg_ctl" --pgdata="$1" --mode=fast --wait --timeout=120 --silent stop >/dev/null
    fi
}

start() {
    local data=$1 programs=$2 log=$3 unit=$4 said ended=0
    said=$(stat -c %s "$log")
    if [ -n "$unit" ]; then
        systemctl reset-failed "$unit" >/dev/null 2>&1 || true
        timeout 120 systemctl start "$unit" >/dev/null 2>&1 || ended=$?
    else # with the words that it was started with
        as_owner "$data" "$programs/pg_ctl" --pgdata="$data" --log="$log" --wait --timeout=120 --silent restart \
            >/dev/null 2>&1 || ended=$?
    fi
    echo "$ended"
    tail -c "+$((said + 1))" "$log" |
        if [ "$ended" = 0 ]; then grep -aoE 'redo (done at [0-9A-F/]+|is not required)'; else grep -aoE '(PANIC|FATAL): .*'; fi |
        tail -n 1 || true
}

case $1 in
    about | freeze | thaw | stop | start) "$@" ;;
    kill) end "$2" ;;
esac
