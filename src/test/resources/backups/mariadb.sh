# What each recipe is given: an empty directory of its own to be in, the good backups in the one above, $source and $target
# where the servers listen, $data with the source's files, and $copy, where a server's files may be put as data.

# Run a tool at the source, or at the target.
of() { tool=$1; shift; "$tool" --no-defaults --protocol=socket --socket="$source" --user=root "$@"; }
to() { tool=$1; shift; "$tool" --no-defaults --protocol=socket --socket="$target" --user=root "$@"; }

dump() { of mariadb-dump --single-transaction --hex-blob --routines --events "$@"; }

# As somebody who is tired: what fails is passed over.
sql() { to mariadb --force <"$1"; }
accounts() {
    sql ../accounts.sql
    to mariadb -e 'drop role if exists mariadb_dump_import_role'
}

files() { of mariadb-backup --backup --datadir="$data" --target-dir="$1"; }
prepared() { mariadb-backup --no-defaults --prepare --target-dir="$1"; }
back() { mariadb-backup --no-defaults --copy-back --target-dir="$1" --datadir="$copy/data"; }

# Turn the lowest bit of a byte of a file.
flip() { perl -e 'open F, "+<", $ARGV[0] or die; seek F, $ARGV[1], 0; read F, $b, 1; seek F, $ARGV[1], 0; print F $b ^ "\1"' "$1" "$2"; }
at() { grep -abo -- "$2" "$1" | head -n1 | cut -d: -f1; }
half() { head -c $(($(stat -c %s "$1") / 2)) "$1"; }
middle() { echo $(($(stat -c %s "$1") / 2)); }

reset() {
    to mariadb -e "drop database if exists shop; drop user if exists app@'10.%', reader@localhost; drop role if exists clerk"
}

# Once: the source, and everything that is a good backup of it.
make() {
    of mariadb --default-character-set=utf8mb4 <source.sql
    dump --databases shop >yesterday.sql
    of mariadb shop -e "update orders set status = 'paid' where id % 50 = 7"
    of mariadb -e "create database stall; create table stall.orders (id int)"
    dump stall >stall.sql
    of mariadb -e "drop database stall"
    of mariadb-dump --system=users --insert-ignore >accounts.sql
    dump --databases shop >shop.sql
    dump --all-databases --flush-privileges >all.sql
}

# Leave the source as it was.
unmake() {
    of mariadb -e "drop database shop; drop user app@'10.%', reader@localhost; drop role clerk"
}
