# For the pages: `. documents/runbooks/vault.sh`. A token lies in memory (/dev/shm), and in no argument of a process.

# vault METHOD PATH [curl's options] asks the vault as whoever has logged in, and prints the answer.
vault() {
    local answer
    answer=$(curl --silent --show-error --fail-with-body --max-time 30 --cacert ~/documents/vault-ca.pem \
        --header @/dev/shm/vault-header --request "$1" "${@:3}" "https://secrets:8200/v1/$2") || {
        printf '%s\n' "$answer" >&2
        return 1
    }
    printf '%s' "$answer"
}

# Which of those who can do something at the vault are here, a line each.
here() {
    local name
    for name in alice bob carol; do
        if [ -e ~/.ssh/id_$name ]; then echo $name; fi
    done
}

# Whose shares there are, a line each: first those who are here.
share_holders() {
    local name
    here
    for name in alice bob carol; do
        if [ ! -e ~/.ssh/id_$name ]; then echo $name; fi
    done
}

# pass show vault-login-NAME | vault_login NAME
vault_login() {
    (umask 077; : > /dev/shm/vault-header)
    jq -R '{password: .}' | vault POST "auth/userpass/login/$1" --data @- |
        jq -r '"X-Vault-Token: " + .auth.client_token' > /dev/shm/vault-header
}

vault_logout() {
    vault POST auth/token/revoke-self
    rm /dev/shm/vault-header
}

# pass show vault-share-NAME | vault_unseal NAME gives a share to the vault, and says whether that was enough.
vault_unseal() {
    (umask 077; [ -e /dev/shm/vault-header ] || : > /dev/shm/vault-header)
    jq -R '{key: .}' | vault PUT sys/unseal --data @- |
        jq -r --arg name "$1" '"the share of " + $name + ": " + if .sealed then "one more is needed" else "it is open" end'
}

# Whether the vault still needs a share.
vault_sealed() {
    vault GET sys/seal-status | jq --exit-status .sealed > /dev/null
}

# vault_until FILTER waits until sys/seal-status is as jq's FILTER says.
vault_until() {
    local tries
    for tries in {1..120}; do
        if curl --silent --max-time 30 --cacert ~/documents/vault-ca.pem https://secrets:8200/v1/sys/seal-status |
            jq --exit-status "$1" > /dev/null 2>&1; then
            return 0
        fi
        sleep 0.5
    done
    echo "the vault has not become so: $1" >&2
    return 1
}

# vault_ready waits until it is unsealed, and does its work; where shares are missing, it fails at once.
vault_ready() {
    if vault_sealed; then
        echo "the vault is sealed: shares are missing" >&2
        return 1
    fi
    curl --silent --show-error --fail --max-time 5 --retry 60 --retry-delay 1 --retry-all-errors --output /dev/null \
        --cacert ~/documents/vault-ca.pem https://secrets:8200/v1/sys/health
}

# vault_pass_for HOST prints what lets a server in, once, within five minutes.
vault_pass_for() {
    vault POST "auth/approle/role/$1/secret-id" --header 'X-Vault-Wrap-TTL: 5m' | jq -er .wrap_info.token
}

# vault_forget HOST makes the tokens void that a server of this name has had.
vault_forget() {
    local accessor
    vault LIST auth/token/accessors | jq -r '.data.keys[]' | while read -r accessor; do
        jq -n --arg accessor "$accessor" '{accessor: $accessor}' > /dev/shm/accessor
        if vault POST auth/token/lookup-accessor --data @/dev/shm/accessor |
            jq --exit-status --arg host "$1" '.data.meta.role_name == $host' > /dev/null; then
            vault POST auth/token/revoke-accessor --data @/dev/shm/accessor
        fi
    done
    rm -f /dev/shm/accessor
}
