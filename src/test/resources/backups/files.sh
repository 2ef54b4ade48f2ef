# What each recipe is given: an empty directory of its own to be in, where the files are to come back as files; the originals lie
# in ../files.

# Turn the lowest bit of a byte of a file.
flip() { perl -e 'open F, "+<", $ARGV[0] or die; seek F, $ARGV[1], 0; read F, $b, 1; seek F, $ARGV[1], 0; print F $b ^ "\1"' "$1" "$2"; }
at() { grep -abo -- "$2" "$1" | head -n1 | cut -d: -f1; }
half() { head -c $(($(stat -c %s "$1") / 2)) "$1"; }
middle() { echo $(($(stat -c %s "$1") / 2)); }

reset() { :; }

make() {
    mkdir files other
    cd files
    umask 022
    mkdir -p 2024/may 2025 empty cache
    for n in $(seq 1 60); do seq "$n" $((n + 500)) >"2024/may/photo-$n.txt"; done
    echo 'a letter' >2024/letter.txt
    head -c 70000 /dev/urandom >2025/large.bin
    truncate -s 5M sparse.img
    printf x | dd of=sparse.img bs=1 seek=3000000 conv=notrunc status=none
    : >empty/nothing
    touch $'strange\nname' ' blank' 'Grün' -- -rf
    ln -s ../2024/letter.txt 2025/link
    ln -s /nowhere broken
    ln 2024/letter.txt 2025/again.txt
    mkfifo pipe
    chown -R www-data:www-data 2025
    chmod 640 2024/letter.txt
    chmod 2775 2024
    echo tool >tool
    setcap cap_net_bind_service=ep tool
    cp tool setuid
    chmod 4755 setuid
    setfattr -n user.origin -v phone 2024/may/photo-1.txt
    setfacl -m u:www-data:r 2024/may/photo-2.txt
    setfacl -d -m u:www-data:rwx 2025
    cd ..
    echo another >other/letter.txt
    tar --acls --xattrs -cf yesterday.tar files
    echo 'a newer letter' >files/2024/may/photo-3.txt
    tar --acls --xattrs -cf all.tar files
    gzip <all.tar >all.tar.gz
}
