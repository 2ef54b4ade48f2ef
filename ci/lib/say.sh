# Sourced by the launcher and the scripts beside it: how they speak, wait and give up.
# shellcheck shell=sh

# One line on standard error.
say() {
    printf 'blackstart: %s\n' "$*" >&2
}

# fail MESSAGE HINT: something that is needed is not there; 69 is EX_UNAVAILABLE.
fail() {
    printf 'blackstart: %s\n  HINT: %s\n' "$1" "$2" >&2
    exit 69
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# lock DIRECTORY WHAT: at most one of us at a time does WHAT, until this process ends or closes descriptor 9.
# The directory itself is locked, so that no lock file is left behind.
lock() {
    if ! has flock || [ ! -d "$1" ]; then return 0; fi
    exec 9<"$1"
    if ! flock -n 9; then
        say "another one is $2; waiting for it"
        flock -w 900 9 || fail "another one has been $2 for 15 minutes" "look for it with: fuser -v '$1'"
    fi
}

# quietly WHAT LOG COMMAND...: runs a command with its output in LOG; the log's tail is shown only when it fails.
quietly() {
    what=$1 log=$2
    shift 2
    since=$(date +%s)
    [ -t 2 ] || say "$what"
    "$@" </dev/null >"$log" 2>&1 &
    job=$!
    ticker=
    if [ -t 2 ]; then
        tick "$what" &
        ticker=$!
    fi
    trap 'stop "$job" "$ticker"; exit 130' INT HUP TERM
    status=0
    wait "$job" || status=$?
    stop "$ticker"
    trap - INT HUP TERM
    if [ "$status" -ne 0 ]; then
        say "$what: failed after $(($(date +%s) - since)) s; the last lines of $log:"
        tail -n 30 "$log" | sed 's/^/  | /' >&2
    fi
    return "$status"
}

# Draws the elapsed seconds over one line of the terminal until it is stopped.
tick() {
    elapsed=0
    while :; do
        printf '\rblackstart: %s, %d s \033[K' "$1" "$elapsed" >&2
        sleep 1
        elapsed=$((elapsed + 1))
    done
}

stop() {
    for process; do
        [ -n "$process" ] || continue
        kill "$process" 2>/dev/null || :
        wait "$process" 2>/dev/null || :
    done
    if [ -t 2 ]; then printf '\r\033[K' >&2; fi
}
