# Runs a command and says how it ended, on a line of its own: whoever hears that line has heard everything.
bash -c "$1" </dev/null
printf '\nend\t%d\n' "$?"
