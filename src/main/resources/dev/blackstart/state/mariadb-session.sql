-- How a session sees the same everywhere, whatever the server's own settings are, and is not cut off by them.
set names utf8mb4;
set session sql_mode = '', time_zone = '+00:00', group_concat_max_len = 4294967295, sql_select_limit = 18446744073709551615,
    sql_safe_updates = 0, sql_big_selects = 1, sql_quote_show_create = 1, lock_wait_timeout = 60;
set session transaction isolation level repeatable read;
/*M!100304 set session max_statement_time = 0 */;
/*!80000 set session max_execution_time = 0, information_schema_stats_expiry = 0 */;
