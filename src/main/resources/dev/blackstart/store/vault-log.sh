# Hands over what a vault has logged since somebody looked last: before each file a line, file FILE BEGIN, and FILE is - where
# there is none; a file that was put aside meanwhile comes first.
set -euo pipefail
# $1: the log.  $2: the file that was read last, as it was named here; -: none.  $3: how many bytes of it were read.

# A name that a file has under every path, and no later one that gets its inode.
named() { stat -c %i.%W -- "$1" 2>/dev/null; }

hand_over() {
    [ "$(stat -c %s -- "$1")" -ge "$3" ] || return 1
    echo "file $2 $3"
    tail -c "+$(($3 + 1))" -- "$1"
}

put_aside() {
    local file
    for file in "$1"/*; do
        if [ "$(named "$file")" = "$2" ]; then hand_over "$file" "$2" "$3" && return; fi
    done
    return 1
}

now=$(named "$1") || now=-
if [ "$2" != - ] && [ "$2" != "$now" ]; then put_aside "$(dirname -- "$1")" "$2" "$3"; fi
if [ "$now" = - ]; then
    echo 'file - 0'
elif [ "$now" = "$2" ]; then
    hand_over "$1" "$now" "$3"
else
    hand_over "$1" "$now" 0
fi
