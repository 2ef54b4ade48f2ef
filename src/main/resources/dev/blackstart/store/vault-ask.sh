# Asks a vault what the configuration of curl on standard input says, and prints the answer and, on a line of its own, its
# code; 000: nobody answered.
set -euo pipefail
# $1: the certificate that the vault's own is signed with, below the home; nothing: it does not matter who answers.
# $2: how many seconds to ask again for.
options=(--silent --show-error --connect-timeout 5 --max-time 30)
if [ -n "$1" ]; then options+=(--cacert "$HOME/$1"); else options+=(--insecure); fi
# A vault that is sealed or starting says 503, which curl takes for something that passes.
if [ "$2" -gt 0 ]; then options+=(--retry "$2" --retry-delay 1 --retry-max-time "$2" --retry-all-errors); fi
work=$(mktemp -d -p /dev/shm)
trap 'rm -rf "$work"' EXIT
said=0
code=$(curl --config - "${options[@]}" --output "$work/answer" --write-out '%{http_code}' 2>"$work/errors") || said=$?
case $said in
0) cat "$work/answer" 2>/dev/null || : ;;
# No such name, nobody who listens, out of time, or hung up.
6 | 7 | 28 | 52 | 55 | 56) code=000 ;;
*)
    cat "$work/errors" >&2
    exit 1
    ;;
esac
printf '\n%s\n' "$code"
