-- What a server promises, and what it holds outside of its databases.
-- Output, a thing a line, as a JSON array: sort, name, number, content.
select current_setting('server_version_num')::int >= 150000 as since15 \gset

select json_build_array('version', 'server', current_setting('server_version_num')::int / 10000, '');

-- Settings that name a place, fit a machine, or say how the server itself was restored, may differ. reset_val leaves this
-- session's own out.
-- 1: somebody set it; 2: the better of two, which need not have been set before.
with settings as (
    select 'setting ' || name as name, name = 'data_checksums' as checksums,
        case when name like '%.%' then name || '=' else '' end || coalesce(reset_val, '')
            || case when pending_restart then ', and another value waits for a restart' else '' end as value,
        source in ('configuration file', 'command line', 'environment variable')
            or name in (select name from pg_file_settings where applied)
            or name = 'data_checksums' and reset_val = 'on' as is_set
    from pg_settings
    where name = 'data_checksums'
       or context <> 'internal'
          and name not in ('data_directory', 'config_file', 'hba_file', 'ident_file', 'external_pid_file', 'port',
              'unix_socket_directories', 'stats_temp_directory', 'log_directory', 'log_filename', 'cluster_name',
              'dynamic_shared_memory_type', 'ssl_cert_file', 'ssl_key_file', 'ssl_ca_file', 'ssl_crl_file', 'primary_conninfo', 'primary_slot_name', 'promote_trigger_file',
              'restore_command', 'archive_cleanup_command')
          and name not like 'recovery\_%'
          and (category !~ '^(Resource Usage|Query Tuning|Reporting and Logging|Write-Ahead Log / Checkpoints)'
              or name = 'max_prepared_transactions')
)
select json_build_array('setting', name, case when checksums then 2 else 1 end, value)
from settings
where is_set
union all
select json_build_array('usual settings', 'settings that nobody set', count(*), json_object_agg(name, value))
from settings
where not is_set;

select json_build_array('database', datname, datallowconn::int, '')
from pg_database
where datname <> 'template0';

select json_build_array('rules', 'rules of log-in (pg_hba.conf)', count(*), coalesce(string_agg(
           concat_ws(' ', type, array_to_string(database, ','), array_to_string(user_name, ','), address, netmask,
               auth_method, array_to_string(options, ' '), error),
           E'\n' order by (to_jsonb(r) ->> 'rule_number')::int, line_number), ''))
from pg_hba_file_rules r;

select json_build_array('fact', 'server', 0, json_build_object(
           'mode', case when pg_is_in_recovery() then 'in recovery, and read-only' else 'taking writes' end));

select json_build_array('fact', format('role %I', rolname), 0, json_build_object(
           'attributes', concat_ws(', ',
               case when rolcanlogin then 'login' else 'no login' end,
               case when rolsuper then 'superuser' end,
               case when not rolinherit then 'inherits nothing' end,
               case when rolcreaterole then 'creates roles' end,
               case when rolcreatedb then 'creates databases' end,
               case when rolreplication then 'replication' end,
               case when rolbypassrls then 'bypasses row security' end),
           'connection limit', case rolconnlimit when -1 then 'none' else rolconnlimit::text end,
           'end of validity', coalesce(rolvaliduntil::text, 'none')))
from pg_authid
where rolname !~ '^pg_';

-- A password that is set again gets another salt by SCRAM, so that only its kind can be compared; of the older kind, a digest.
select json_build_array('password', format('password of role %I', rolname), 0, case
           when rolpassword is null then 'none'
           when rolpassword like 'md5%' then 'MD5 ' || encode(sha256(convert_to(:'token' || rolpassword, 'UTF8')), 'hex')
           else split_part(rolpassword, '$', 1) end)
from pg_authid
where rolname !~ '^pg_';

select json_build_array('fact', format('membership of %I in %I', m.rolname, r.rolname), 0, json_build_object(
           'admin option', bool_or(a.admin_option),
           'inheritance', bool_or(coalesce((to_jsonb(a) ->> 'inherit_option')::boolean, m.rolinherit)),
           'set option', bool_or(coalesce((to_jsonb(a) ->> 'set_option')::boolean, true))))
from pg_auth_members a
join pg_authid r on r.oid = a.roleid
join pg_authid m on m.oid = a.member
where r.rolname !~ '^pg_' or m.rolname !~ '^pg_'
group by m.rolname, r.rolname;

-- Those of one database are in its definition.
select json_build_array('fact',
           format('setting %s of %s', split_part(one, '=', 1),
               case setrole when 0 then 'all roles' else 'role ' || setrole::regrole end),
           0, json_build_object('value', one))
from pg_db_role_setting, unnest(setconfig) one
where setdatabase = 0;

select json_build_array('fact', 'comment on ' || pg_describe_object(classoid, objoid, 0), 0,
           json_build_object('text', description))
from pg_shdescription
where classoid in ('pg_authid'::regclass, 'pg_tablespace'::regclass);

select json_build_array('fact', format('tablespace %I', spcname), 0, json_build_object(
           'owner', pg_get_userbyid(spcowner),
           'options', coalesce(array_to_string(spcoptions, ', '), 'none'),
           'privileges', (
               select string_agg(distinct concat(coalesce(nullif(grantee::regrole::text, '-'), 'everybody'), ' ', lower(privilege_type), case when is_grantable then '*' end), ', ')
               from aclexplode(coalesce(spcacl, acldefault('t', spcowner))))))
from pg_tablespace
where spcname !~ '^pg_';

\if :since15
select json_build_array('fact', 'privileges on setting ' || parname, 0, json_build_object(
           'privileges', (
               select string_agg(distinct concat(coalesce(nullif(grantee::regrole::text, '-'), 'everybody'), ' ', lower(privilege_type), case when is_grantable then '*' end), ', ')
               from aclexplode(paracl))))
from pg_parameter_acl;

select json_build_array('rules', 'names of log-in (pg_ident.conf)', count(*), coalesce(string_agg(
           concat_ws(' ', map_name, sys_name, pg_username, error), E'\n' order by line_number), ''))
from pg_ident_file_mappings;

select json_build_array('fact', 'collation in database ' || datname, 0, json_build_object(
           'version', case when datcollversion is not distinct from pg_database_collation_actual_version(oid)
               then 'that of the system' else datcollversion || ', which is not that of the system' end))
from pg_database
where datname <> 'template0';
\endif

select json_build_array('fact', format('replication slot %I', slot_name), 0,
           json_build_object('kind', concat_ws(' ', slot_type, plugin, database)))
from pg_replication_slots
where not temporary;

select json_build_array('fact', format('subscription %I', subname), 0,
           json_build_object('state', case when subenabled then 'enabled' else 'disabled' end))
from pg_subscription;

select json_build_array('fact', 'prepared transaction ' || gid, 0, json_build_object('database', database, 'owner', owner))
from pg_prepared_xacts;

select json_build_array('end of the server', '', 0, '');
