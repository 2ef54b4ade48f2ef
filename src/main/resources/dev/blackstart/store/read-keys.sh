# Hands over people's private keys, at the desk where all keys are: a line each, name|openpgp|ssh, both in base64.
set -euo pipefail
for person in "$@"; do
    printf '%s|' "$person"
    gpg --batch --armor --export-secret-keys "<$person@people.invalid>" | base64 -w0
    printf '|'
    base64 -w0 "$HOME/.ssh/id_$person"
    echo
done
