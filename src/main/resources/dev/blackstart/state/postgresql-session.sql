-- How a session sees the same everywhere, whatever a role's or a database's own settings are, and is not cut off by them.
select count(set_config(name, '0', false)) as endless
from pg_catalog.pg_settings
where name in ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout', 'idle_session_timeout') \gset
set lock_timeout = '60s';
set client_encoding = 'UTF8';
set client_min_messages = error;
set lc_messages = 'C';
set lc_monetary = 'C';
set jit = off;
set datestyle to 'ISO, YMD';
set intervalstyle to 'postgres';
set timezone to 'UTC';
set bytea_output to 'hex';
set extra_float_digits to 1;
set search_path = pg_catalog;
