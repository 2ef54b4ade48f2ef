# Makes secrets and puts each into its store, encrypted to those who may open it.
set -euo pipefail
# Standard input, a line a secret: name|directory of the store|kind|prefix|bytes|people
make() {
    case $1 in
    passphrase | password) openssl rand -base64 "$3" | tr -d '\n' | tr '+/' '-_' | tr -d '=' ;;
    hex) openssl rand -hex "$3" | tr -d '\n' ;;
    base64) openssl rand -base64 "$3" | tr -d '\n' ;;
    ssh_ed25519)
        ssh-keygen -q -t ed25519 -N '' -C "$2" -f "$work/key"
        cat "$work/key"
        rm "$work/key" "$work/key.pub"
        ;;
    tls_self_signed)
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 \
            -subj "/CN=$2" -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
        cat "$work/key.pem" "$work/cert.pem"
        rm "$work/key.pem" "$work/cert.pem"
        ;;
    *)
        echo "no such kind of secret: $1" >&2
        return 1
        ;;
    esac
}
umask 077
work=$(mktemp -d -p /dev/shm)
trap 'rm -rf "$work"' EXIT
while IFS='|' read -r name store kind prefix bytes people; do
    mkdir -p "$HOME/$store"
    recipients=()
    for person in $people; do
        recipients+=(--recipient "<$person@people.invalid>")
        fingerprint=$(gpg --batch --with-colons --list-keys "<$person@people.invalid>" | awk -F: '$1 == "fpr" { print $10; exit }')
        grep -qsx "$fingerprint" "$HOME/$store/.gpg-id" || echo "$fingerprint" >>"$HOME/$store/.gpg-id"
    done
    [ "$kind" = none ] && continue
    { printf '%s' "$prefix"; make "$kind" "$name" "$bytes"; } |
        gpg --batch --quiet --trust-model always --encrypt "${recipients[@]}" --output "$HOME/$store/$name.gpg"
done
