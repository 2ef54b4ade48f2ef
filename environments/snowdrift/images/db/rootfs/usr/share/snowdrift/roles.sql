-- The roles, as the superuser. Passwords come from the password store, never from here.
CREATE ROLE snowdrift LOGIN;
CREATE ROLE reporting NOLOGIN;
CREATE ROLE archiver LOGIN;
ALTER ROLE snowdrift SET statement_timeout = '10min';
ALTER ROLE archiver SET default_transaction_read_only = on;
GRANT pg_read_all_data TO archiver;
