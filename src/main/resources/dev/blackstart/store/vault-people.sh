# Opens what people keep for a vault, as far as it opens at this desk: a line each, name|content in base64.
set -euo pipefail
# $1, $2: what stands before and behind a person's name in the name of the secret.
[ -d "${PASSWORD_STORE_DIR:-}" ] || exit 0
cd "$PASSWORD_STORE_DIR"
shopt -s nullglob
for file in "$1"*"$2".gpg; do
    name=${file#"$1"}
    if content=$(gpg --batch --quiet --decrypt "$file" 2>/dev/null </dev/null | base64 -w0); then
        printf '%s|%s\n' "${name%"$2".gpg}" "$content"
    fi
done
