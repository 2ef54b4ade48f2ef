# Finds, halts and starts a MariaDB or a MySQL, in whatever manner its host does. Usage: VERB …
#   about PIDFILE                    prints its process, the owner of its data, its unit, its words in hexadecimal, and end
#   stop PROCESS UNIT                lets it end well
#   start OWNER UNIT WORDS           starts it as it was started
set -euo pipefail
cd /

about() {
    local process unit owner
    process=$(cat "$1")
    if [ "$process" -le 1 ]; then
        echo 'the server is the first process of its host, which would end with it' >&2
        exit 1
    fi
    unit=$(sed -nE 's|^[0-9]+:[^:]*:.*/([^/]+\.service)$|\1|p' "/proc/$process/cgroup" | sed -n 1p)
    if [ -n "$unit" ] && [ "$(systemctl show --property=MainPID --value "$unit" 2>/dev/null)" != "$process" ]; then
        unit= # whoever started it runs in that unit, and is not it
    fi
    owner=$(stat -c %U "/proc/$process")
    printf '%s\n' "$process" "$owner" "$unit" "$(perl -0777 -ne 'print unpack "H*", $_' "/proc/$process/cmdline")" end
}

stop() {
    if [ -n "$2" ]; then
        systemctl stop "$2"
        return
    fi
    kill -TERM "$1"
    for _ in $(seq 1200); do
        [ -e "/proc/$1" ] || return 0
        sleep 0.1
    done
    echo "process $1 was asked to end, and is still there" >&2
    exit 1
}

start() {
    if [ -n "$2" ]; then
        systemctl reset-failed "$2" >/dev/null 2>&1 || true
        timeout 120 systemctl start "$2" >/dev/null 2>&1 || true
        return
    fi
    perl -e '
        my ($owner, $words) = @ARGV;
        my @words = split /\0/, pack "H*", $words;
        unshift @words, "runuser", "-u", $owner, "--" if $> == 0;
        exec "setsid", @words or die $!;' "$1" "$3" </dev/null >/dev/null 2>&1 &
}

"$@"
