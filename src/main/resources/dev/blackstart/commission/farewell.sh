# Hands over what commissioning made on the workstation, a line a thing: name|content in base64
set -euo pipefail
# $1: directories of stores, one a line.  The other arguments: people.
stores=$1
shift
printf 'public.tar|'
# shellcheck disable=SC2086 # one word a store
tar -C "$HOME" -cf - documents $stores | base64 -w0
echo
for person in "$@"; do
    printf 'people/%s/openpgp|' "$person"
    gpg --batch --armor --export-secret-keys "<$person@people.invalid>" | base64 -w0
    printf '\npeople/%s/ssh|' "$person"
    base64 -w0 "$HOME/.ssh/id_$person"
    echo
done
for store in $stores; do
    (cd "$HOME/$store" && find . -name '*.gpg' -type f -printf '%P\n') | while read -r file; do
        printf 'secrets/%s|' "${file%.gpg}"
        gpg --batch --quiet --decrypt "$HOME/$store/$file" </dev/null | base64 -w0
        echo
    done
done
