before=${login%%NAME*} after=${login#*NAME}
why='nobody here has a login of the vault'
cd "$PASSWORD_STORE_DIR"
for file in "$before"*"$after".gpg; do
    name=${file#"$before"}
    name=${name%"$after".gpg}
    token=$(gpg --batch --quiet --decrypt "$file" 2>/dev/null </dev/null | head -n 1 | jq -R '{password: .}' |
        curl --silent --max-time 30 --cacert "$ca" --data @- "$api/auth/userpass/login/$name" |
        jq -r '.auth.client_token // empty') || continue
    [ -n "$token" ] || continue
    why="Error reading $path: permission denied"
    answer=$(curl --silent --max-time 30 --cacert "$ca" --header @- "$secret" <<<"X-Vault-Token: $token") || continue
    if jq -je '.data.data.value // empty' <<<"$answer" 2>/dev/null; then exit 0; fi
    if jq -e '.errors == [] or .data != null' <<<"$answer" >/dev/null 2>&1; then why="No value found at $path"; fi
done
echo "$why" >&2
exit 1
