# Tells of every file that is opened in the stores, and of every mark that a step leaves, in the order of the events.
exec 2>&1
mkdir -p "$@"
exec inotifywait --monitor --recursive --event open --event create --format '%e %w%f' "$@" "$HOME/.steps"
