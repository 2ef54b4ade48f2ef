# Asks borg about the copy of a repository; the passphrase comes on the standard input.
set -euo pipefail
aside=$1
question=$2
shift 2
export BORG_REPO=$aside/repository BORG_BASE_DIR=$aside/base TZ=UTC
export BORG_RELOCATED_REPO_ACCESS_IS_OK=yes BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK=yes
passphrase=$(cat)
mkdir -p "$BORG_BASE_DIR"

# What stands in a process's environment can be read there by others.
borg() {
    BORG_PASSPHRASE_FD=3 command borg "$@" 3< <(printf '%s' "$passphrase")
}

# What an archive says of itself may be damaged; its name and when it was begun stand elsewhere.
one_by_one() {
    borg list --short "$@" | while read -r name; do
        borg list --json --format '{start}{end}{hostname}' --glob-archives "$name" ||
            borg list --json --format '{start}' --glob-archives "$name"
    done
}

case $question in
list)
    all=$(borg list --json --format '{start}{end}{hostname}' "$@") || all=$(one_by_one "$@")
    echo "$all"
    ;;
read) borg extract --dry-run "::$1" ;;
hold) borg list --format '{size}{NL}' "::$1" "sh:$2" "sh:$2/**" | awk '{ bytes += $1 } END { print bytes + 0 }' ;;
esac
