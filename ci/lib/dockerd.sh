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
    else
        say "starting dockerd (log: $log, process id: $pid_file)"
        # A session of its own, with none of our descriptors: whoever waits for our output must not wait for dockerd.
        setsid dockerd --host "unix://$socket" --pidfile "$pid_file" --exec-root "$exec_root" "$@" \
            </dev/null >>"$log" 2>&1 9<&- &
        process=$!
    fi
    await_engine "$socket" "$process" || {
        say "the last lines of $log:"
        tail -n 20 "$log" 2>/dev/null | sed 's/^/  | /' >&2
        fail "dockerd $engine_end" "$(mend_dockerd "$log")"
    }
}

# Removes PIDFILE unless the process in it is alive and has the name.
forget_dead() {
    if [ ! -s "$2" ]; then return 0; fi
    if [ "$(cat "/proc/$(cat "$2")/comm" 2>/dev/null)" = "$1" ]; then return 0; fi
    say "removing $2, which an earlier $1 left behind"
    rm -f "$2"
}

# await_engine SOCKET [PROCESS]: ends when the socket answers, when the process has died, or after a minute.
await_engine() {
    deadline=$(($(date +%s) + 60))
    while :; do
        if [ -S "$1" ] && answers "$1"; then return 0; fi
        # The link of a dead process that nobody has waited for yet leads nowhere.
        if [ -n "${2-}" ] && [ ! -e "/proc/$2/exe" ]; then engine_end="ended by itself" && return 1; fi
        if [ "$(date +%s)" -ge "$deadline" ]; then engine_end="did not answer within 60 s" && return 1; fi
        sleep 0.2
    done
}

# A sentence for the failures that are known, by what dockerd wrote.
mend_dockerd() {
    case $(tail -n 20 "$1" 2>/dev/null) in
        *[Ii]ptables* | *nf_tables*)
            echo "try: update-alternatives --set iptables /usr/sbin/iptables-legacy, and run this again."
            ;;
        *[Cc]group*) echo "mount the control groups (package cgroupfs-mount), and run this again." ;;
        *) echo "read $1." ;;
    esac
}
