# Opens every secret of a password-store, at the desk where all keys are: a line each, name|value, both in base64.
set -euo pipefail
# $1: the store's directory.
mkdir -p "$HOME/$1"
cd "$HOME/$1"
find . -name '*.gpg' -type f -printf '%P\n' | sort | while read -r file; do
    printf '%s' "${file%.gpg}" | base64 -w0
    printf '|'
    gpg --batch --quiet --decrypt "$file" </dev/null | base64 -w0
    echo
done
