# Imports everybody's public keys, which are documents, and the private keys that come on standard input: a tar file in
# base64, .keys/NAME.asc for gpg and .ssh/id_NAME for ssh.
set -euo pipefail
umask 077
mkdir -p "$HOME/.gnupg" "$HOME/.ssh"
base64 -d | tar -x -C "$HOME"
shopt -s nullglob
keys=("$HOME"/documents/people/*.gpg.asc "$HOME"/.keys/*.asc)
if [ ${#keys[@]} -gt 0 ]; then
    gpg --batch --quiet --import "${keys[@]}"
    gpg --batch --with-colons --list-keys | awk -F: '$1 == "pub" { first = 1 } $1 == "fpr" && first { print $10 ":6:"; first = 0 }' |
        gpg --batch --quiet --import-ownertrust
fi
rm -rf "$HOME/.keys"
{
    printf 'Host *\n  User root\n  IdentitiesOnly yes\n  BatchMode yes\n  ConnectTimeout 5\n'
    printf '  StrictHostKeyChecking accept-new\n  GlobalKnownHostsFile %s/documents/known_hosts\n' "$HOME"
    for key in "$HOME"/.ssh/id_*; do
        case $key in *.pub) ;; *) printf '  IdentityFile %s\n' "$key" ;; esac
    done
} >"$HOME/.ssh/config"
