# Sourced: what only root may do, and the packages of Debian and Ubuntu.
# shellcheck shell=sh

# Users who are not root don't have the system's own commands on their path.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# as_root COMMAND...: directly, or through sudo where that asks for no password.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# need_root WHAT: gives up where as_root would.
need_root() {
    if [ "$(id -u)" -ne 0 ] && ! { has sudo && sudo -n true 2>/dev/null; }; then
        fail "root is needed for $1" "run once as root: sudo ./blackstart --setup"
    fi
}

# install_packages NAME...: names of packages, or one of the words that package() knows.
install_packages() {
    has apt-get || fail "missing here: $*" \
        "without apt-get they must come by hand: a JDK 17+, Maven, Docker or Podman, mmdebstrap."
    need_root "installing: $*"
    lock /var/lib/apt "installing packages"
    log=$(mktemp "${TMPDIR:-/tmp}/blackstart-apt.XXXXXX")
    # One mirror that fails doesn't keep a package from coming from another: the installation decides.
    quietly "asking the package mirrors" "$log" apt_get update || :
    for name; do
        shift
        # shellcheck disable=SC2046 # one package a word
        set -- "$@" $(packages_of "$name")
    done
    quietly "installing $*" "$log" apt_get install --no-install-recommends "$@" ||
        fail "apt-get could not install $*" "read $log"
    rm -f "$log"
    exec 9<&-
}

packages_of() {
    case $1 in
        jdk)
            if apt-cache show openjdk-17-jdk-headless >/dev/null 2>&1; then
                echo openjdk-17-jdk-headless
            else
                echo default-jdk-headless
            fi
            ;;
        docker)
            echo docker.io iptables
            # Where the kernel has AppArmor, dockerd doesn't start without its parser, which is only recommended to it.
            if grep -qs Y /sys/module/apparmor/parameters/enabled && ! has apparmor_parser; then echo apparmor; fi
            ;;
        *) echo "$1" ;;
    esac
}

# A service that a package starts must not inherit our lock.
apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get --quiet --yes -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 "$@" 9<&-
}
