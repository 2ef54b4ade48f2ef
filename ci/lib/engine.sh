# Sourced: asks whether a container engine answers, for those who set a machine up. Which one drills run on is found by
# the program itself (EngineSearch), which knows more places and says what is wrong with them.
# shellcheck shell=sh disable=SC2034 # what is found is for whoever sources this

# True if one answers, with what it is in engine. An engine that the user has named (engine_named is then `yes`) is
# never replaced by another one; one that is no socket of this machine is left to the program, with its certificates.
find_engine() {
    engine_named=yes
    engine="the engine at ${DOCKER_HOST-}"
    case ${DOCKER_HOST-} in
        unix://*) answers "${DOCKER_HOST#unix://}" && return ;;
        ?*) return ;;
    esac
    [ -z "${DOCKER_HOST-}" ] || return 1
    engine="the docker context $(docker_context)"
    [ "$engine" = "the docker context " ] || return 0
    engine_named=no
    for socket in /var/run/docker.sock "${XDG_RUNTIME_DIR-}/docker.sock" /run/podman/podman.sock; do
        engine="the engine at unix://$socket"
        if answers "$socket"; then return 0; fi
    done
    return 1
}

# The name of the context that the docker command would use; empty for the default one.
docker_context() {
    name=${DOCKER_CONTEXT-}
    config=${DOCKER_CONFIG:-${HOME-}/.docker}/config.json
    if [ -z "$name" ] && [ -r "$config" ]; then
        name=$(sed -n 's/.*"currentContext" *: *"\([^"]*\)".*/\1/p' "$config")
    fi
    [ "$name" = default ] || printf '%s' "$name"
}

# Perl is part of every Debian; where neither is there, the program finds out.
answers() {
    [ -S "$1" ] || return 1
    if has curl; then
        curl --silent --fail --max-time 5 --unix-socket "$1" --output /dev/null http://engine/_ping
    elif has perl; then
        perl -MIO::Socket::UNIX -e 'alarm 5; my $s = IO::Socket::UNIX->new(Peer => shift) or exit 1;
            print $s "GET /_ping HTTP/1.0\r\nHost: engine\r\n\r\n"; exit(<$s> !~ m{^HTTP/\S+ 200})' "$1" 2>/dev/null
    fi
}
