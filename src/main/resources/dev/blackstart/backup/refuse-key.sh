# Takes the lines that hold a text out of a file, which keeps its owner and mode: FILE TEXT. Prints how many they were.
set -e
had=$(grep -cF -- "$2" "$1") || { echo "there is none" >&2; exit 1; }
left=$(grep -vF -- "$2" "$1" || [ $? = 1 ])
printf '%s\n' "$left" > "$1"
if grep -qF -- "$2" "$1"; then echo "it is still there" >&2; exit 1; fi
echo "$had"
