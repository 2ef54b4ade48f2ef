-- Rows and a digest of each table, without the rows of the workload, whose text holds its token; then sequences.
-- Output, a line a thing: kind|name|number|digest
\set ON_ERROR_STOP on
set default_transaction_isolation to 'repeatable read';
set datestyle to 'ISO, YMD';
set intervalstyle to 'postgres';
set timezone to 'UTC';
set bytea_output to 'hex';
set extra_float_digits to 1;
begin;
select format(
           'select %L, %L, count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) from only %I.%I t where position(%L in t::text) = 0',
           'table', n.nspname || '.' || c.relname, n.nspname, c.relname, :'token')
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'm')
  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
  and n.nspname not like 'pg_temp%'
order by 1
\gexec
select 'table', 'large objects', count(*), coalesce(sum(hashtextextended(loid::text || ':' || pageno::text || ':' || encode(data, 'hex'), 0)), 0)
from pg_largeobject;
select 'sequence', schemaname || '.' || sequencename, coalesce(last_value::text, ''), ''
from pg_sequences
order by 2;
select 'end', '', '', '';
commit;
