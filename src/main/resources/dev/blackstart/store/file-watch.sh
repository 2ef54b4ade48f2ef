# Tells of every file that is opened in a store, and of every mark that is left, in the order of the events.
# $1: the store's directory.  $2: the directory of the marks.
exec 2>&1
mkdir -p "$@"
exec inotifywait --monitor --recursive --event open --event create --format '%e %w%f' "$@"
