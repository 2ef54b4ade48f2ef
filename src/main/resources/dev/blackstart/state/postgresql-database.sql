-- What a database holds that is not in its definition: rows and a digest of each table, without the rows of the workload,
-- whose text holds its token; large objects, sequences, and whether constraints are enforced.
-- Output, a thing a line, as a JSON array: sort, name, number, content.
set default_transaction_isolation to 'repeatable read';
-- What needs files of the server's that lie outside of its data says nothing here where they are not there.
\set ON_ERROR_STOP off
select format('select json_build_array(%L, %L, 0, json_build_object()) from ts_lexize(%s, %L)',
           'fact', 'use of text search dictionary ' || oid::regdictionary, oid, 'x')
from pg_ts_dict
where oid >= 16384
\gexec
select format('load %L; select json_build_array(%L, %L, 0, json_build_object())', probin, 'fact', 'use of library ' || probin)
from (select distinct probin from pg_proc where oid >= 16384 and prolang = (select oid from pg_language where lanname = 'c')) c
\gexec
\set ON_ERROR_STOP on
-- Another one in each run: nobody can know beforehand which rows have the same digest.
select hashtextextended(:'token', 0) as seed, hashtextextended(:'token', 1) as second \gset
begin;

-- What cannot be read ends it all, unless somebody only wants to know what can be.
\set ON_ERROR_ROLLBACK :lenient
select case when :'lenient' = 'on' then 'off' else 'on' end as strict,
    coalesce(array_agg(c.oid), '{}') as tables
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'm')
  and c.relpersistence = 'p'
  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
\gset
-- Nobody can drop what is locked: as pg_dump does. What was dropped before the lock was there is not looked at.
\set ON_ERROR_ROLLBACK on
\set ON_ERROR_STOP off
select format('lock table only %I.%I in access share mode', n.nspname, c.relname)
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.oid = any (:'tables') and c.relkind = 'r'
order by 1
\gexec
select coalesce(array_agg(t), '{}') as tables from unnest(:'tables'::oid[]) t where pg_relation_size(t) is not null \gset
\set ON_ERROR_ROLLBACK :lenient
\set ON_ERROR_STOP :strict

-- The whole row, whatever its columns are called and whatever casts there are. A column goes in as it is where equal values of
-- its type look alike and are hashed by their bytes, and by its output function elsewhere: 1.5 equals 1.50, and is another
-- text. A row of more than a gigabyte cannot be put together, so that of very long values only a digest goes in. The sum is of
-- hashes of hashes, as a record's own is a sum of those of its columns: values that change places would cancel out. PostgreSQL
-- itself empties unlogged tables after a crash. A restore of a dump fills materialized views anew: so afterwards it is asked what
-- their queries give, too, as their owners, and of each for two minutes at most.
select case when c.relispopulated
           then format(
               before || 'select json_build_array(%L, %L, count(*), concat_ws(%L, coalesce(sum(%s), 0), coalesce(sum(%s), 0))) '
                   || 'from (select row(%s) as r from %s t where (%s) is not true) s' || after,
               sort, format('table %I.%I', n.nspname, c.relname), ' ',
               format(hash, :seed), format(hash, :second), columns, place, marked)
           else format(
               'select json_build_array(%L, %L, 0, %L)', 'table', format('table %I.%I', n.nspname, c.relname), 'never filled')
       end
from pg_class c
join pg_namespace n on n.oid = c.relnamespace,
    lateral (
        select 'table' as sort, format('only %I.%I', n.nspname, c.relname) as place, '' as before, '' as after
        union all
        select 'refreshed', format('(%s)', rtrim(pg_get_viewdef(c.oid), ';')),
            replace(format('set local role %I; set local statement_timeout = %L; ', pg_get_userbyid(c.relowner), '2min'), '%', '%%'),
            '; reset role; set local statement_timeout = 0'
        where :'lenient' = 'on' and c.relkind = 'm' and c.relispopulated
    ) looks,
    -- Records have hashes since PostgreSQL 14.
    (select case when current_setting('server_version_num')::int >= 140000
                then 'hashint8extended(hash_record_extended(r, %1$s), %1$s)'
                else 'hashtextextended(textin(record_out(r)), %1$s)'
            end as hash) hashing,
    lateral (
        select string_agg(case when as_it_is and long then cut when as_it_is then itself else shown end, ', ' order by attnum) as columns,
            coalesce(string_agg(
                case
                    when type = 'bytea' then format('position(convert_to(%L, getdatabaseencoding()) in %s) > 0', :'token', itself)
                    when as_it_is and texts then format('position(%L in %s) > 0', :'token', itself)
                    when texts then format('position(%L in %s) > 0', :'token', shown)
                end, ' or '), 'false') as marked
        from (
            select attnum, type, format('t.%I', attname) as itself, format('textin(record_out(row(t.%I)))', attname) as shown,
                type in ('bool', 'int2', 'int4', 'int8', 'oid', 'date', 'time', 'timestamp', 'timestamptz', 'uuid', 'bytea')
                    or type in ('text', 'varchar') and (l.oid is null or l.collisdeterministic) as as_it_is,
                type not in ('bool', 'int2', 'int4', 'int8', 'oid', 'date', 'time', 'timestamp', 'timestamptz', 'uuid',
                    'numeric', 'float4', 'float8', 'interval', 'timetz', 'money') and typtype <> 'e' as texts,
                pg_relation_size(c.reltoastrelid) > 1 << 20 and type in ('text', 'varchar', 'bytea') as long,
                format(
                    case when type = 'bytea'
                        then 'case when octet_length(t.%1$I) > 1 << 25 then sha256(t.%1$I) else t.%1$I end'
                        else 'case when octet_length(t.%1$I) > 1 << 25 '
                            || 'then sha256(convert_to(t.%1$I, getdatabaseencoding()))::text else t.%1$I end'
                    end, attname) as cut
            from pg_attribute a
            join pg_type on pg_type.oid = atttypid
            left join pg_collation l on l.oid = attcollation,
                lateral (select case when typnamespace = 'pg_catalog'::regnamespace then typname else '' end as type) t
            where attrelid = c.oid and attnum > 0 and not attisdropped
        ) a
    ) of_row
where c.oid = any (:'tables')
order by 1
\gexec

-- What of a table changes on its own can be told apart by its columns, and in small ones by their rows, too: by the digest of
-- a row's key. The smallest tables first, up to 64 MB of all. Where that cannot be, as of a value that is longer as a text than
-- texts may be, a table is compared as a whole.
\set ON_ERROR_ROLLBACK on
\set ON_ERROR_STOP off
select format(
           'select json_build_array(%L, %L, 0, json_object_agg(k, v)) from (select s.c || g.r as k, '
               || 'concat_ws(%L, sum(hashtextextended(s.x, %s)), sum(hashtextextended(s.x, %s))) as v '
               || 'from only %I.%I t, lateral (values %s) s (c, x), lateral (values (text %L)%s) g (r) '
               || 'where position(%L in textin(record_out(t.*))) = 0 '
               || 'group by 1) s having count(*) > 0',
           'parts', format('table %I.%I', n.nspname, c.relname),
           ' ', :seed, :second, n.nspname, c.relname, c.columns, '',
           case when c.size <= 1 << 18 and c.keys is not null
               then format(', (E''\x01'' || hashtextextended(textin(record_out(row(%s))), %s))', c.keys, :seed)
               else ''
           end,
           :'token'),
       -- Of the workload's rows nobody knows how many there may be, but not one of them twice.
       format(
           'select json_build_array(%L, %L, count(*) - count(distinct r), %L) from (select textin(record_out(t.*)) as r from only %I.%I t) s '
               || 'where position(%L in r) > 0 having count(*) > count(distinct r)',
           'copies', format('rows of the workload in table %I.%I', n.nspname, c.relname), '', n.nspname, c.relname, :'token')
from (
    select c.oid, c.relname, c.relnamespace, size, sum(size) over (order by size, c.oid) as smaller,
        (select string_agg(format('(%L, textin(record_out(row(t.%I))))', attname, attname), ', ' order by attnum)
         from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
        (select string_agg(format('t.%I', attname), ', ' order by attnum)
         from pg_index i join pg_attribute on attrelid = indrelid and attnum = any (indkey)
         where indrelid = c.oid and indisprimary) as keys
    from pg_class c, pg_table_size(c.oid) size
    where c.oid = any (:'tables') and c.relispopulated and c.relnatts between 1 and 200
) c
join pg_namespace n on n.oid = c.relnamespace
where c.smaller <= 1 << 26 and c.columns is not null
\gexec
\set ON_ERROR_ROLLBACK :lenient
\set ON_ERROR_STOP on

select json_build_array('unlogged', format('table %I.%I', n.nspname, c.relname), 0, '')
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and c.relpersistence = 'u';

-- Large objects by themselves where there are few, and by ranges of their numbers in any case.
with large as (
    select oid, pg_get_userbyid(lomowner)::text as owner, count(*) over () as total,
        (select string_agg(distinct concat(coalesce(nullif(grantee::regrole::text, '-'), 'everybody'), ' ', lower(privilege_type), case when is_grantable then '*' end), ', ')
         from aclexplode(coalesce(lomacl, acldefault('L', lomowner)))) as privileges,
        (select coalesce(sum(hashtextextended(pageno || ':' || encode(data, 'hex'), :seed)), 0)::text
         from pg_largeobject where loid = m.oid) as content
    from pg_largeobject_metadata m
)
select json_build_array('large object', 'large object ' || oid, 0,
           json_build_object('owner', owner, 'privileges', privileges, 'content', content))
from large
where total <= 1000
union all
select json_build_array('large objects', format('large objects %s to %s', first, first + 9999), count(*),
           sum(hashtextextended(concat_ws(';', oid, owner, privileges, content), :seed))::text)
from large, lateral (select oid::bigint / 10000 * 10000 as first) ranges
group by first;

-- What the next call of nextval gives, by which step, and whether it can.
select format(
           'select json_build_array(%L, %L, 0, concat_ws(%L, next, %s, case when %L then %L when next between %s and %s then %L else %L end)) '
               || 'from (select case when is_called then last_value::numeric + %s else last_value end as next from %I.%I) s',
           'sequence', format('sequence %I.%I', n.nspname, c.relname), ' ', s.seqincrement, s.seqcycle, 'cycles',
           s.seqmin, s.seqmax, 'ends', 'over', s.seqincrement, n.nspname, c.relname)
from pg_sequence s
join pg_class c on c.oid = s.seqrelid
join pg_namespace n on n.oid = c.relnamespace
where c.relpersistence <> 't' and pg_relation_size(c.oid) is not null
order by 1
\gexec

-- DISABLE TRIGGER ALL leaves constraints declared and not enforced, which no dump holds.
select json_build_array('fact', format('constraint %I of table %s', c.conname, c.conrelid::regclass), 0, json_build_object(
           'enforcement', string_agg(distinct case t.tgenabled
               when 'D' then 'off' when 'R' then 'in replicas only' when 'A' then 'always on' else 'on' end, ' and ')))
from pg_trigger t
join pg_constraint c on c.oid = t.tgconstraint
where t.tgisinternal
group by c.oid, c.conname, c.conrelid;

-- Whoever makes the schema anew owns it, without its comment; what counts is who may do what in it.
select json_build_array('schema public', 'schema public', 0, json_build_object(
           'use', coalesce(string_agg(rolname, ', ' order by rolname) filter (where has_schema_privilege(r.oid, n.oid, 'usage')), ''),
           'creation', coalesce(string_agg(rolname, ', ' order by rolname) filter (where has_schema_privilege(r.oid, n.oid, 'create')), ''),
           'comment', coalesce(nullif(obj_description(n.oid, 'pg_namespace'), 'standard public schema'), '')))
from pg_namespace n
left join pg_roles r on not rolsuper and rolname !~ '^pg_'
where nspname = 'public'
group by n.oid;

-- No dump names it: a restore takes the version that the server has.
select json_build_array('extension', 'extension ' || extname, 0, extversion) from pg_extension;

commit;

-- Those of which nothing was said could not be read; one that was dropped meanwhile is none of them.
select json_build_array('listed', format('table %I.%I', n.nspname, c.relname), 0, '')
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.oid = any (:'tables');
