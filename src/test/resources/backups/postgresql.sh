# What each recipe is given: an empty directory of its own to be in, the good backups in the one above, $source and $target
# where the servers listen, and $copy, where a server's files may be put as data.
PATH=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n1):$PATH
export PGHOST=$target PGUSER=postgres PGDATABASE=postgres

# Run a tool at the source.
of() { PGHOST=$source "$@"; }

# As somebody who is tired: what fails is passed over.
sql() { psql -Xq -f "$1"; }
roles() { sql ../roles.sql; }

base_backup() { cp -a ../base "$copy/data"; }
copied() { chmod 700 "$copy/data"; }

# The file that a base backup has a table or an index in.
file_of() { echo "$copy/data/$(of psql -XAtqd shop -c "select pg_relation_filepath('$1')")"; }

# Turn the lowest bit of a byte of a file.
flip() { perl -e 'open F, "+<", $ARGV[0] or die; seek F, $ARGV[1], 0; read F, $b, 1; seek F, $ARGV[1], 0; print F $b ^ "\1"' "$1" "$2"; }
at() { grep -abo -- "$2" "$1" | head -n1 | cut -d: -f1; }
half() { head -c $(($(stat -c %s "$1") / 2)) "$1"; }
middle() { echo $(($(stat -c %s "$1") / 2)); }

reset() {
    psql -XAtq -v ON_ERROR_STOP=1 <<'SQL'
select format('drop database %I with (force)', datname) from pg_database where datname !~ '^(postgres|template.)$' \gexec
select format('drop role %I', rolname) from pg_roles where rolname !~ '^(pg_|postgres$)' \gexec
SQL
}

# Once: the source, and everything that is a good backup of it.
make() {
    of psql -Xq -v ON_ERROR_STOP=1 -f source.sql
    of pg_dump -Fc shop >yesterday.dump
    of psql -Xq -v ON_ERROR_STOP=1 -d shop -c "update pledges set cents = cents + 100 where id % 10 = 0"
    of psql -Xq -v ON_ERROR_STOP=1 -c "create database test"
    of psql -Xq -v ON_ERROR_STOP=1 -d test -c "create table pledges (id int)"
    of pg_dump -Fc test >test.dump
    of psql -Xq -v ON_ERROR_STOP=1 -c "drop database test"
    of pg_dumpall --globals-only >roles.sql
    of pg_dumpall >all.sql
    of pg_dump -Fc shop >shop.dump
    of pg_dump --create shop >shop.sql
    of pg_dump -Fd -f shop.dir shop
    of pg_dump -Ft shop >shop.tar
    of pg_basebackup --checkpoint=fast -D base
}
