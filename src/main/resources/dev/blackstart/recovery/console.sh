# Runs on a host as root, as if typed at its console: the script comes on standard input.
# $1: a word that nobody can guess, printed with the exit code at the end.  $2: the shell's command line.
umask 077
script=$(mktemp)
cat >"$script"
$2 "$script" </dev/null
status=$?
rm -f "$script"
printf '\n%s %s\n' "$1" "$status" >&2
exit "$status"
