# Prints a new value of a kind.  Needs make-value.sh.
set -euo pipefail
# $1: the kind.  $2: the secret's name.  $3: bytes of randomness.
work=$(mktemp -d -p /dev/shm)
trap 'rm -rf "$work"' EXIT
make_value "$1" "$2" "$3"
