-- What reads well and is not sound: B-tree indexes that a restore of files left behind their tables, visibility maps, and rows
-- of which a page says what cannot be.
-- PostgreSQL's own extensions look, in a transaction that is rolled back; where they are not at hand, nothing is said.
-- Output, a thing a line, as a JSON array: sort, name, number, content.
\set ON_ERROR_STOP off
\set ON_ERROR_ROLLBACK on
begin isolation level read committed, read write;
set local session_replication_role = replica; -- nobody's event triggers hear of what is rolled back
create extension if not exists amcheck schema pg_catalog;
create extension if not exists pg_visibility schema pg_catalog;
select coalesce(max(oid::regproc::text) filter (where proname = 'bt_index_check'), '') as check_index,
    coalesce(max(oid::regproc::text) filter (where proname = 'pg_check_visible'), '') as check_visible,
    coalesce(max(oid::regproc::text) filter (where proname = 'verify_heapam'), '') as check_rows
from pg_proc
where proname = 'bt_index_check' and pronargs = 2 or proname in ('pg_check_visible', 'verify_heapam') \gset
select coalesce(array_agg(c.oid), '{}') as sound
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_index i on i.indexrelid = c.oid
where c.relpersistence = 'p'
  and (c.relkind = 'i' and i.indisvalid and c.relam = (select oid from pg_am where amname = 'btree') and :'check_index' <> ''
      or c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and :'check_visible' <> '') \gset

-- That no row is left out of an index takes a look at all of its table: where that is small enough.
select case c.relkind
           when 'i' then format('select json_build_array(%L, %L, 0, %L) from %s(%s, %L)', 'sound', c.oid::regclass, '',
               :'check_index', c.oid, pg_relation_size(i.indrelid) < 1 << 30)
           else format('select json_build_array(%L, %L, 0, %L) where not exists (select from %s(%s))', 'sound', c.oid::regclass, '',
               :'check_visible', c.oid)
       end
from pg_class c
left join pg_index i on i.indexrelid = c.oid
where c.oid = any (:'sound')
\gexec
-- The rows of a table by themselves, where it is small enough; long values lie in tables of their own.
select coalesce(array_agg(c.oid), '{}') as with_rows
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relpersistence = 'p'
  and c.relkind in ('r', 'm') and c.relam = (select oid from pg_am where amname = 'heap')
  and n.nspname not in ('pg_catalog', 'information_schema') and :'check_rows' <> ''
  and pg_relation_size(c.oid) < 1 << 30 \gset
select format('select json_build_array(%L, %L, 0, %L) where not exists (select from %s(%L, on_error_stop => true, check_toast => false))',
           'sound', 'rows of ' || c.oid::regclass, '', :'check_rows', c.oid)
from pg_class c
where c.oid = any (:'with_rows')
\gexec
rollback;

select json_build_array('looked at', c.oid::regclass, 0,
           case relkind when 'i' then 'index ' else 'visibility map of table ' end || c.oid::regclass)
from pg_class c
where c.oid = any (:'sound')
union all
select json_build_array('looked at', 'rows of ' || c.oid::regclass, 0, 'rows of table ' || c.oid::regclass)
from pg_class c
where c.oid = any (:'with_rows');
