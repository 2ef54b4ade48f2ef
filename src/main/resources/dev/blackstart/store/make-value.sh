# Defines make_value: prints a new value.  $1: its kind.  $2: the secret's name.  $3: bytes of randomness.
# $work: a directory on tmpfs, which the caller removes.
make_value() {
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
            -subj "/CN=${2//\//\\/}" -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
        cat "$work/key.pem" "$work/cert.pem"
        rm "$work/key.pem" "$work/cert.pem"
        ;;
    *)
        echo "no such kind of secret: $1" >&2
        return 1
        ;;
    esac
}
