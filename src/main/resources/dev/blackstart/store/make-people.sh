# Makes an OpenPGP key and an SSH key for each person named; the public halves become public documents.
set -euo pipefail
mkdir -p "$HOME/documents/people"
for person in "$@"; do
    gpg --batch --quiet --generate-key <<END
%no-protection
Key-Type: eddsa
Key-Curve: ed25519
Subkey-Type: ecdh
Subkey-Curve: cv25519
Name-Email: $person@people.invalid
Expire-Date: 0
%commit
END
    gpg --batch --armor --export "<$person@people.invalid>" >"$HOME/documents/people/$person.gpg.asc"
    ssh-keygen -q -t ed25519 -N '' -C "$person" -f "$HOME/.ssh/id_$person"
    cp "$HOME/.ssh/id_$person.pub" "$HOME/documents/people/$person.ssh.pub"
    printf '  IdentityFile %s\n' "$HOME/.ssh/id_$person" >>"$HOME/.ssh/config"
done
