# Hands over a password-store as it is, encrypted, in a tar file.  $1: its directory.
set -euo pipefail
mkdir -p "$HOME/$1"
tar -C "$HOME" -cf - "$1"
