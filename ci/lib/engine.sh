# Sourced: finds the container engine, as the docker command would, without needing the docker command.
# shellcheck shell=sh disable=SC2034 # what is found is for whoever sources this

# Exports DOCKER_HOST for the first engine that answers. Otherwise returns 1 with the reason in engine_problem and
# what mends it in engine_hint; engine_chosen is then `yes` if the user named an engine, which is never overruled.
find_engine() {
    engine_chosen=no
    engine_problem=
    engine_hint=
    docker_config=${DOCKER_CONFIG:-${HOME-}/.docker}
    if [ -n "${DOCKER_HOST-}" ]; then
        engine_chosen=yes
        try_engine "$DOCKER_HOST" "DOCKER_HOST"
        return
    fi
    context=$(docker_context)
    if [ -n "$context" ]; then
        engine_chosen=yes
        try_context "$context"
    else
        try_sockets
    fi
}

# The name of the context that the docker command would use; empty for the default one.
docker_context() {
    name=${DOCKER_CONTEXT-}
    if [ -z "$name" ] && [ -r "$docker_config/config.json" ]; then
        name=$(one_line "$docker_config/config.json" | sed -n 's/.*"currentContext" *: *"\([^"]*\)".*/\1/p')
    fi
    [ "$name" = default ] || printf '%s' "$name"
}

try_context() {
    digest=$(printf '%s' "$1" | { if has sha256sum; then sha256sum; else shasum -a 256; fi; })
    digest=${digest%% *}
    meta=$docker_config/contexts/meta/$digest/meta.json
    address=
    [ ! -r "$meta" ] || address=$(one_line "$meta" | sed -n 's/.*"docker" *: *{[^}]*"Host" *: *"\([^"]*\)".*/\1/p')
    if [ -z "$address" ]; then
        engine_problem="the docker context '$1' names no engine ($meta)"
        engine_hint="docker context use default, or set DOCKER_HOST."
        return 1
    fi
    if [ -d "$docker_config/contexts/tls/$digest/docker" ]; then
        export DOCKER_TLS_VERIFY=1 DOCKER_CERT_PATH="$docker_config/contexts/tls/$digest/docker"
    fi
    try_engine "$address" "the docker context '$1'"
}

try_sockets() {
    for socket in \
        /var/run/docker.sock \
        "${XDG_RUNTIME_DIR-}/docker.sock" \
        "${HOME-}/.docker/run/docker.sock" \
        "${HOME-}/.docker/desktop/docker.sock" \
        "${HOME-}/.colima/default/docker.sock" \
        "${HOME-}/.colima/docker.sock" \
        "${HOME-}/.orbstack/run/docker.sock" \
        "${HOME-}/.rd/docker.sock" \
        /run/podman/podman.sock \
        "${XDG_RUNTIME_DIR-}/podman/podman.sock"; do
        if [ -S "$socket" ] && try_engine "unix://$socket" "the engine"; then return 0; fi
    done
    if [ -z "$engine_problem" ]; then
        engine_problem="no container engine: DOCKER_HOST is not set, and none of the usual sockets of Docker and Podman exists"
        engine_hint="./blackstart --setup installs and starts one (Debian, Ubuntu)."
    fi
    return 1
}

# try_engine ADDRESS WHO
try_engine() {
    case $1 in
        unix://*)
            socket=${1#unix://}
            if [ ! -S "$socket" ]; then
                engine_problem="$2 ($1) is not there: no such socket"
            elif [ ! -r "$socket" ] || [ ! -w "$socket" ]; then
                engine_problem="$2 ($1) may not be used by $(id -un)"
                engine_hint="sudo usermod -aG $(socket_group "$socket") $(id -un), then log in again; or run as root."
                return 1
            elif answers "$socket"; then
                export DOCKER_HOST="$1"
                return 0
            else
                engine_problem="$2 ($1) does not answer"
            fi
            engine_hint="./blackstart --setup starts one (Debian, Ubuntu); or: sudo systemctl restart docker"
            [ "$engine_chosen" = no ] || engine_hint="start that engine, or unset it to have another one found."
            return 1
            ;;
        ssh://*)
            engine_problem="$2 ($1) goes by ssh, which is not supported"
            engine_hint="ssh -nNT -L /tmp/engine.sock:/var/run/docker.sock HOST & export DOCKER_HOST=unix:///tmp/engine.sock"
            return 1
            ;;
        *)
            # Over the network the program itself asks, with its certificates and its deadline.
            export DOCKER_HOST="$1"
            ;;
    esac
}

# Perl is part of every Debian; where neither is there, the program finds out.
answers() {
    if has curl; then
        curl --silent --fail --max-time 5 --unix-socket "$1" --output /dev/null http://engine/_ping
    elif has perl; then
        perl -MIO::Socket::UNIX -e 'alarm 5; my $s = IO::Socket::UNIX->new(Peer => shift) or exit 1;
            print $s "GET /_ping HTTP/1.0\r\nHost: engine\r\n\r\n"; exit(<$s> !~ m{^HTTP/\S+ 200})' "$1" 2>/dev/null
    fi
}

socket_group() {
    # The group is the fourth word whatever the name of the socket is.
    # shellcheck disable=SC2012
    ls -ld "$1" | { read -r _ _ _ group _ && printf '%s' "$group"; }
}

one_line() {
    tr -d '\n\t' <"$1"
}
