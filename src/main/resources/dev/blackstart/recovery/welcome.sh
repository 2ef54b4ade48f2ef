# Puts the public documents on a responder's desk: a tar file comes on standard input, in base64.
set -euo pipefail
umask 077
mkdir -p "$HOME/.steps" "$HOME/documents"
base64 -d | tar -x -C "$HOME"
