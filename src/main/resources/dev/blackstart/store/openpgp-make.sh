# Makes a password-store and puts secrets into it, each encrypted to those who may open it.  Needs make-value.sh.
set -euo pipefail
# $1: the store's directory.  Standard input, a line a secret: name|kind|prefix|bytes|people
umask 077
store=$HOME/$1
mkdir -p "$store"
work=$(mktemp -d -p /dev/shm)
trap 'rm -rf "$work"' EXIT
while IFS='|' read -r name kind prefix bytes people; do
    recipients=()
    for person in $people; do
        recipients+=(--recipient "<$person@people.invalid>")
        fingerprint=$(gpg --batch --with-colons --list-keys "<$person@people.invalid>" | awk -F: '$1 == "fpr" { print $10; exit }')
        grep -qsx "$fingerprint" "$store/.gpg-id" || echo "$fingerprint" >>"$store/.gpg-id"
    done
    [ "$kind" = none ] && continue
    mkdir -p "$(dirname "$store/$name")"
    { printf '%s' "$prefix"; make_value "$kind" "$name" "$bytes"; } |
        gpg --batch --quiet --trust-model always --encrypt "${recipients[@]}" --output "$store/$name.gpg"
done
