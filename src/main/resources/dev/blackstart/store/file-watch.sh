# Tells of every file that is opened in a store, and of every mark that is left, in the order of the events.
# $1: the store's directory.  $2: the directory of the marks.
exec 2>&1
mkdir -p "$@"
# Directories tell of what is opened in them, and of what is new; each file that is there by itself tells of it by
# whatever name it is opened, a hard link elsewhere too.
mapfile -d '' files < <(find "$1" -type f -print0 | head -z -n 4000)
exec inotifywait --monitor --recursive --event open --event create --format '%e %w%f' "$@" "${files[@]}"
