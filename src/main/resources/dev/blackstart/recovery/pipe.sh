# Written before a step's own text, on its first line, so that its lines keep their numbers.
# Says of a pipe that ended the step how each of its parts ended: the shell's own exit code is of one of them only.
pipe() {
    case $1 in
    bash*) printf '%s ' "trap 'p=(\"\${PIPESTATUS[@]}\"); [[ \$- != *e* || \${#p[@]} -lt 2 ]] ||" \
        "printf \"\\n[blackstart: the parts of this pipe ended with %s]\\n\" \"\${p[*]}\" >&2' ERR;" ;;
    esac
}
