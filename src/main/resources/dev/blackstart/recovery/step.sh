# Runs on the responder as the survivor, under bash: the script comes on standard input.
# $1: a word that nobody can guess, printed with the exit code once the step has ended: positive evidence.
# $2: the shell's command line.  $3: empty, or the host to type the script on.
umask 077
mark=$1 shell=$2 host=$3
export BLACKSTART_STEP=$mark # by which whatever the step leaves running is found
# Half a script is none: on a full disk it would run as far as it was written, and end well.
if ! script=$(mktemp) || ! { pipe "$shell" && cat; } >"$script"; then
    echo "the step cannot be written to this machine's disk" >&2
    status=1
elif [ -z "$host" ]; then
    $shell "$script" </dev/null
    status=$?
else
    # One connection: the far side reads the whole script before it runs it, so nothing in it can eat the rest.
    ssh "$host" "umask 077; f=\$(mktemp) && cat >\"\$f\" && { BLACKSTART_STEP=$mark $shell \"\$f\" </dev/null; s=\$?; rm -f \"\$f\"; exit \$s; }" <"$script"
    status=$?
fi
rm -f "$script"
# The file system's events are in order: whatever the step opened is reported before this file.
: >"$HOME/.steps/$mark"
printf '\n%s %s\n' "$mark" "$status" >&2
exit "$status"
