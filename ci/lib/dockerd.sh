# Sourced: runs dockerd where no init system does.
# shellcheck shell=sh

# start_dockerd SOCKET PIDFILE EXEC_ROOT LOG [OPTION...]: starts dockerd, and returns when it answers at SOCKET.
start_dockerd() {
    socket=$1 pid_file=$2 exec_root=$3 log=$4
    shift 4
    # A killed dockerd leaves these behind, and refuses to start when their numbers belong to somebody else by now.
    forget_dead dockerd "$pid_file"
    forget_dead containerd "$exec_root/containerd/containerd.pid"
    if [ -s "$pid_file" ]; then
        process=$(cat "$pid_file")
        say "dockerd is starting already (process $process); waiting for it"
        if await_engine "$socket" "$process"; then return 0; fi
        forget_dead dockerd "$pid_file"
    fi
    say "starting dockerd (log: $log, process id: $pid_file)"
    touch "$log"
    written=$(wc -c <"$log")
    # A session of its own, with none of our descriptors: whoever waits for our output must not wait for dockerd.
    setsid dockerd --host "unix://$socket" --pidfile "$pid_file" --exec-root "$exec_root" "$@" \
        </dev/null >>"$log" 2>&1 9<&- &
    process=$!
    await_engine "$socket" "$process" || {
        last_words=$(tail -c "+$((written + 1))" "$log" | grep -v level=info | tail -n 10)
        printf '%s\n' "$last_words" | sed 's/^/  | /' >&2
        fail "dockerd $engine_end (log: $log)" "$(mend_dockerd "$last_words")"
    }
}

# Removes PIDFILE unless the process in it is alive and has the name.
forget_dead() {
    if [ ! -s "$2" ]; then return 0; fi
    forgotten=/proc/$(cat "$2")
    # A dead process that nobody has waited for yet keeps its name, but its program is gone.
    if [ "$(cat "$forgotten/comm" 2>/dev/null)" = "$1" ] && [ -e "$forgotten/exe" ]; then return 0; fi
    say "removing $2, which an earlier $1 left behind"
    rm -f "$2"
}

# await_engine SOCKET [PROCESS]: ends when the socket answers, when the process has died, or after a minute.
await_engine() {
    deadline=$(($(date +%s) + 60))
    while :; do
        if [ -S "$1" ] && answers "$1"; then return 0; fi
        if [ -n "${2-}" ] && [ ! -e "/proc/$2/exe" ]; then engine_end="ended by itself" && return 1; fi
        if [ "$(date +%s)" -ge "$deadline" ]; then engine_end="did not answer within 60 s" && return 1; fi
        sleep 0.2
    done
}

# What mends the failures that are known, by dockerd's last words.
mend_dockerd() {
    case $1 in
        *"ermission denied"* | *"peration not permitted"*)
            echo "in a container without privileges dockerd can't run: hand it the socket of an engine outside."
            ;;
        *iptables*) echo "update-alternatives --set iptables /usr/sbin/iptables-legacy, then the same again." ;;
        *"cgroup"*) echo "mount the control groups (package cgroupfs-mount), then the same again." ;;
        *) echo "look for the reason in the log, then the same again." ;;
    esac
}
