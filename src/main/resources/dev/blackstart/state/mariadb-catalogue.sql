-- Everything that a server defines and promises, without what its tables hold.
-- Output, a thing a line: sort, phrase with a %s for each name, content, names. Needs @mark.
select 'version', 'server', @@version;

select 'database', 'database %s', json_object(
           'character set', default_character_set_name, 'collation', default_collation_name
           /*M!100502 , 'comment', schema_comment */), schema_name
from information_schema.schemata
where schema_name not in ('mysql', 'information_schema', 'performance_schema', 'sys');

-- What is to be looked into afterwards: kind, schema, name.
select 'listed', '', case table_type
           when 'VIEW' then 'view' when 'SEQUENCE' then 'sequence' when 'SYSTEM VERSIONED' then 'versioned table' else 'table' end,
       table_schema, table_name
from information_schema.tables
where table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
  and table_type in ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW', 'SEQUENCE');

select 'listed', '', lower(routine_type), routine_schema, routine_name
from information_schema.routines
where routine_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys');

select 'listed', '', 'trigger', trigger_schema, trigger_name
from information_schema.triggers
where trigger_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys');

select 'listed', '', 'event', event_schema, event_name
from information_schema.events
where event_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys');

-- The server's own tables are only checked.
select 'listed', '', 'table', table_schema, table_name
from information_schema.tables
where table_schema = 'mysql' and table_type = 'BASE TABLE' and engine <> 'CSV';

-- Of Aria's options two are its own defaults, and stand there once they were in a dump.
select 'fact', 'table %s.%s', json_object(
           'engine', coalesce(engine, 'none'), 'row format', coalesce(row_format, 'none'),
           'collation', coalesce(table_collation, 'none'), 'options', trim(replace(replace(
               concat(coalesce(create_options, ''), ' '), 'page_checksum=1 ', ''), 'transactional=1 ', '')),
           'versions of rows', if(table_type = 'SYSTEM VERSIONED', 'kept', 'not kept'), 'comment', coalesce(table_comment, '')),
       table_schema, table_name
from information_schema.tables
where table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
  and table_type in ('BASE TABLE', 'SYSTEM VERSIONED');

select 'counter', 'auto_increment of table %s.%s', auto_increment, table_schema, table_name
from information_schema.tables
where table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
  and auto_increment is not null;

-- A row for all columns, as there may be 100,000 of them: name, type, null, default, collation, extra, generation, comment;
-- kind of its values, character set, key.
select 'columns', 'table %s.%s', concat('[', group_concat(json_array(
           column_name, column_type, is_nullable, column_default, collation_name, extra, generation_expression, column_comment,
           data_type, character_set_name, column_key) order by ordinal_position separator ','), ']'),
       table_schema, table_name
from information_schema.columns
where table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
group by table_schema, table_name;

select 'fact', 'key %s of table %s.%s', json_object(
           'columns', group_concat(column_name, if(sub_part is null, '', concat('(', sub_part, ')')),
               if(collation = 'D', ' desc', '') order by seq_in_index separator ', '),
           'uniqueness', if(min(non_unique) = 0, 'unique', 'not unique'), 'type', min(index_type),
           'comment', coalesce(min(index_comment), '')
           /*M!100600 , 'use', if(min(ignored) = 'YES', 'ignored', 'used') */),
       index_name, table_schema, table_name
from information_schema.statistics
where table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
group by table_schema, table_name, index_name;

select 'fact', 'foreign key %s of table %s.%s', json_object(
           'columns', group_concat(k.column_name order by k.ordinal_position separator ', '),
           'target', concat(min(k.referenced_table_schema), '.', min(k.referenced_table_name), ' (',
               group_concat(k.referenced_column_name order by k.ordinal_position separator ', '), ')'),
           'update rule', min(r.update_rule), 'delete rule', min(r.delete_rule)),
       r.constraint_name, r.constraint_schema, r.table_name
from information_schema.referential_constraints r
join information_schema.key_column_usage k
    on k.constraint_schema = r.constraint_schema and k.constraint_name = r.constraint_name and k.table_name = r.table_name
group by r.constraint_schema, r.table_name, r.constraint_name;

/*M!100210 select 'fact', 'check %s of table %s.%s', json_object('clause', check_clause), constraint_name, constraint_schema, table_name
from information_schema.check_constraints
where constraint_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys') */;

select 'fact', 'partition %s of table %s.%s', json_object(
           'method', concat_ws(' ', partition_method, partition_expression, subpartition_method, subpartition_expression),
           'bounds', coalesce(partition_description, ''), 'comment', coalesce(partition_comment, '')),
       concat_ws('/', partition_name, subpartition_name), table_schema, table_name
from information_schema.partitions
where table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
  and partition_name is not null;

select 'fact', 'view %s.%s', json_object(
           'definer', definer, 'security', security_type, 'check option', check_option,
           'character set', character_set_client, 'collation', collation_connection
           /*M!100100 , 'algorithm', algorithm */),
       table_schema, table_name
from information_schema.views
where table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys');

select 'fact', concat(lower(routine_type), ' %s.%s'), json_object(
           'definer', definer, 'security', security_type, 'definition', coalesce(routine_definition, ''),
           'result', coalesce(dtd_identifier, ''), 'deterministic', is_deterministic, 'data access', sql_data_access,
           'sql_mode', sql_mode, 'comment', routine_comment, 'character set', character_set_client,
           'collation', collation_connection, 'collation of its database', database_collation),
       routine_schema, routine_name
from information_schema.routines
where routine_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys');

select 'fact', 'trigger %s.%s', json_object(
           'definer', definer, 'moment', concat_ws(' ', action_timing, event_manipulation, 'on', event_object_table),
           'order', action_order, 'definition', action_statement, 'sql_mode', sql_mode,
           'character set', character_set_client, 'collation', collation_connection,
           'collation of its database', database_collation),
       trigger_schema, trigger_name
from information_schema.triggers
where trigger_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys');

select 'fact', 'event %s.%s', json_object(
           'definer', definer, 'status', status, 'schedule', concat_ws(' ', event_type, execute_at, interval_value, interval_field,
               'from', starts, 'to', ends, 'then', on_completion), 'time zone', time_zone,
           'definition', event_definition, 'sql_mode', sql_mode, 'comment', event_comment,
           'character set', character_set_client, 'collation', collation_connection,
           'collation of its database', database_collation),
       event_schema, event_name
from information_schema.events
where event_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys');

-- The privileges of a role itself are in no view, only in its bits.
/*M!100401 select 'fact', if(json_value(priv, '$.is_role'), 'role %s', 'account %s'), json_object(
           'plugin', coalesce(nullif(json_value(priv, '$.plugin'), ''), 'mysql_native_password'),
           'other plugins', coalesce(json_extract(priv, '$.auth_or[*].plugin'), 'none'),
           'log-in', if(coalesce(json_value(priv, '$.account_locked'), 0), 'locked', 'open'),
           'default role', coalesce(nullif(json_value(priv, '$.default_role'), ''), 'none'),
           'encryption', concat_ws(' ', elt(coalesce(json_value(priv, '$.ssl_type'), 0) + 1, 'none', 'any', 'X509', 'specified'),
               nullif(json_value(priv, '$.ssl_cipher'), ''), nullif(json_value(priv, '$.x509_issuer'), ''),
               nullif(json_value(priv, '$.x509_subject'), '')),
           'limits', concat_ws(' ', coalesce(json_value(priv, '$.max_questions'), 0), coalesce(json_value(priv, '$.max_updates'), 0),
               coalesce(json_value(priv, '$.max_connections'), 0), coalesce(json_value(priv, '$.max_user_connections'), 0),
               coalesce(json_value(priv, '$.max_statement_time'), 0)),
           'password lifetime', coalesce(json_value(priv, '$.password_lifetime'), -1),
           'privileges of the role', if(json_value(priv, '$.is_role'), coalesce(json_value(priv, '$.access'), 0), 0)),
       if(json_value(priv, '$.is_role'), user, concat(user, '@', host))
from mysql.global_priv */;

-- A hash stays here: whether it is another one is told by a digest, which is another one in each run.
/*M!100401 select 'password', 'password of account %s', concat(
           coalesce(nullif(json_value(priv, '$.plugin'), ''), 'mysql_native_password'), ' ',
           sha2(concat_ws(' ', @mark, json_value(priv, '$.authentication_string'),
               json_extract(priv, '$.auth_or[*].authentication_string')), 256)),
       concat(user, '@', host)
from mysql.global_priv
where coalesce(json_value(priv, '$.authentication_string'), '') not in ('', 'invalid') */;

/*!80000 select 'fact', 'account %s', json_object(
           'plugin', plugin, 'log-in', if(account_locked = 'Y', 'locked', 'open'), 'password', if(authentication_string = '', 'none', 'set'),
           'encryption', concat_ws(' ', ssl_type, ssl_cipher, x509_issuer, x509_subject),
           'limits', concat_ws(' ', max_questions, max_updates, max_connections, max_user_connections)),
       concat(user, '@', host)
from mysql.user */;

/*M!100005 select 'fact', 'membership of %s in role %s', json_object('admin option', max(admin_option)),
       concat(user, if(host = '', '', concat('@', host))), role
from mysql.roles_mapping
group by user, host, role */;

/*!80000 select 'fact', 'membership of %s in role %s', json_object('admin option', with_admin_option),
       concat(to_user, '@', to_host), concat(from_user, '@', from_host)
from mysql.role_edges */;

/*!80000 select 'fact', 'default role %s of %s', json_object(),
       concat(default_role_user, '@', default_role_host), concat(user, '@', host)
from mysql.default_roles */;

select 'fact', 'privileges of %s on everything', json_object('privileges',
           group_concat(privilege_type, if(is_grantable = 'YES', '*', '') order by 1 separator ', ')), grantee
from information_schema.user_privileges
where privilege_type <> 'USAGE'
group by grantee;

select 'fact', 'privileges of %s on database %s', json_object('privileges',
           group_concat(privilege_type, if(is_grantable = 'YES', '*', '') order by 1 separator ', ')), grantee, table_schema
from information_schema.schema_privileges
group by grantee, table_schema;

select 'fact', 'privileges of %s on %s.%s', json_object('privileges',
           group_concat(privilege_type, if(is_grantable = 'YES', '*', '') order by 1 separator ', ')), grantee, table_schema, table_name
from information_schema.table_privileges
group by grantee, table_schema, table_name;

select 'fact', 'privileges of %s on column %s of %s.%s', json_object('privileges',
           group_concat(privilege_type, if(is_grantable = 'YES', '*', '') order by 1 separator ', ')),
       grantee, column_name, table_schema, table_name
from information_schema.column_privileges
group by grantee, column_name, table_schema, table_name;

select 'fact', concat('privileges of %s on ', lower(routine_type), ' %s.%s'), json_object('privileges', concat(proc_priv, '')),
       concat(quote(user), '@', quote(host)), db, routine_name
from mysql.procs_priv;

-- Each installation lets its root be everybody, by the name of the machine, too.
select 'fact', 'proxy %s as %s', json_object('grant option', with_grant), concat(user, '@', host), concat(proxied_user, '@', proxied_host)
from mysql.proxies_priv
where proxied_user <> '';

select 'fact', 'server %s', json_object(
           'place', concat_ws(' ', host, port, nullif(socket, ''), nullif(db, '')), 'user', username, 'wrapper', wrapper, 'owner', owner), server_name
from mysql.servers;

select 'password', 'password of server %s', concat('server ', sha2(concat(@mark, password), 256)), server_name
from mysql.servers
where password <> '';

select 'fact', 'loaded function %s', json_object('library', dl, 'result', ret, 'type', type), name
from mysql.func;

select 'plugin', 'plugin %s', lower(plugin_status), plugin_name
from information_schema.plugins
where plugin_library is not null;

select 'time zones', 'time zone tables', if(count(*) = 0, 'empty', 'filled')
from (select 1 from mysql.time_zone_name limit 1) filled;

/*M!100000 select 'setting', 'setting %s', coalesce(variable_value, ''), lower(variable_name)
from information_schema.global_variables
where lower(variable_name) in (
    'sql_mode', 'time_zone', 'system_time_zone', 'lower_case_table_names', 'character_set_server', 'collation_server',
    'default_storage_engine', 'event_scheduler', 'log_bin', 'binlog_format', 'innodb_file_per_table', 'innodb_checksum_algorithm',
    'innodb_default_row_format', 'innodb_page_size', 'innodb_strict_mode', 'innodb_doublewrite', 'innodb_force_recovery',
    'innodb_flush_log_at_trx_commit', 'innodb_read_only', 'sync_binlog', 'read_only', 'foreign_key_checks', 'unique_checks',
    'check_constraint_checks', 'tx_isolation', 'autocommit', 'max_connections', 'max_allowed_packet', 'skip_grant_tables',
    'skip_name_resolve', 'require_secure_transport', 'old_passwords', 'init_connect', 'explicit_defaults_for_timestamp',
    'group_concat_max_len', 'local_infile', 'ft_min_word_len', 'innodb_ft_min_token_size') */;

/*!80000 select 'setting', 'setting %s', coalesce(variable_value, ''), lower(variable_name)
from performance_schema.global_variables
where lower(variable_name) in (
    'sql_mode', 'time_zone', 'system_time_zone', 'lower_case_table_names', 'character_set_server', 'collation_server',
    'default_storage_engine', 'event_scheduler', 'log_bin', 'binlog_format', 'innodb_file_per_table', 'innodb_checksum_algorithm',
    'innodb_default_row_format', 'innodb_page_size', 'innodb_strict_mode', 'innodb_doublewrite', 'innodb_force_recovery',
    'innodb_flush_log_at_trx_commit', 'innodb_read_only', 'sync_binlog', 'read_only', 'super_read_only', 'foreign_key_checks',
    'unique_checks', 'transaction_isolation', 'autocommit', 'max_connections', 'max_allowed_packet', 'skip_name_resolve',
    'require_secure_transport', 'init_connect', 'explicit_defaults_for_timestamp', 'local_infile') */;

-- Files of another version than the server's were not made ready for it (mariadb-upgrade); no file tells nothing.
select 'upgrade', 'server', substring_index(written, '.', 2)
from (select coalesce(load_file(concat(@@datadir, 'mariadb_upgrade_info')), load_file(concat(@@datadir, 'mysql_upgrade_info'))) as written) files
where substring_index(written, '.', 2) <> substring_index(@@version, '.', 2);

/*M!100303 xa recover format = 'SQL' */;
