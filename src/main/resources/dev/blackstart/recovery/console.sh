# Runs on a host as root, as if typed at its console: the script comes on standard input.
# $1: a word that nobody can guess, printed with the exit code at the end.  $2: the shell's command line.
umask 077
export BLACKSTART_STEP=$1 # by which whatever the step leaves running is found
# Half a script is none: on a full disk it would run as far as it was written, and end well.
if script=$(mktemp) && { pipe "$2" && cat; } >"$script"; then
    $2 "$script" </dev/null
    status=$?
else
    echo "the step cannot be written to this machine's disk" >&2
    status=1
fi
rm -f "$script"
printf '\n%s %s\n' "$1" "$status" >&2
exit "$status"
