package dev.blackstart.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CauseTest {
    /** Each says something, then why, marked by {@code >}, then what follows from it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                pg_restore: connecting to database for restore
                > pg_restore: error: connection to server on socket failed: FATAL: no pg_hba.conf entry for "snowdriftt"
                Local Exception
                Traceback (most recent call last):
                  File "/usr/lib/borg/archiver.py", line 5089, in main
                BrokenPipeError: [Errno 32] Broken pipe
                Platform: Linux db 6.1.0
                SSH_ORIGINAL_COMMAND: None
                """,
                """
                Warning: Permanently added 'db' (ED25519) to the list of known hosts.
                > root@db: Permission denied (publickey).
                rsync: connection unexpectedly closed (0 bytes received so far)
                rsync error: unexplained error (code 255) at io.c(231)
                """,
                """
                0 errors so far
                + tar -x
                > tar: data/1: Cannot open: No space left on device
                tar: Exiting with failure status due to previous errors
                """,
                """
                gpg: Note: database_open 134217901 waiting for lock
                > gpg: decryption failed: No secret key
                error: nothing to restore
                """,
                """
                > /tmp/tmp.x: line 3: pg_restor: command not found
                borg: error writing: Broken pipe
                """,
                """
                Job for notes.service: starting
                > Job for notes.service failed because the control process exited with error code.
                See "systemctl status notes.service" and "journalctl -xeu notes.service" for details.
                """,
                """
                Traceback (most recent call last):
                  File "load.py", line 3, in <module>
                > psycopg2.OperationalError: connection to server at "db", port 5432 failed
                done
                """,
                """
                fetched 12 files
                > ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)
                mysqldump: Got errno 32 on write
                """,
            })
    void the_line_that_says_why_is_found_among_the_others(String said) {
        String wanted = said.lines()
                .filter(line -> line.startsWith("> "))
                .findFirst()
                .orElseThrow()
                .substring(2);

        assertThat(Cause.of("", said.replace("> ", ""))).isEqualTo(wanted);
    }

    @Test
    void errors_count_before_output_and_the_last_line_where_none_tells() {
        assertThat(Cause.of("test 3 failed\n", "no such role\n")).isEqualTo("no such role");
        assertThat(Cause.of("disk is full: cannot go on\n", "bye\n")).isEqualTo("disk is full: cannot go on");
        assertThat(Cause.of("one\ntwo\n", "")).isEqualTo("two");
        assertThat(Cause.of("one\n", "three\nfour\n\n")).isEqualTo("four");
        assertThat(Cause.of("", "")).isEqualTo("it said nothing");
    }

    @Test
    void a_pipe_that_broke_is_the_cause_only_where_nothing_else_is() {
        assertThat(Cause.of("", "borg: write error: Broken pipe\nbye\n")).isEqualTo("borg: write error: Broken pipe");
        assertThat(Cause.of("", """
                Local Exception
                Traceback (most recent call last):
                  File "/usr/lib/borg/archive.py", line 781, in extract_item
                BrokenPipeError: [Errno 32] Broken pipe
                Platform: Linux responder 6.1.0
                Linux: Unknown Linux
                """)).isEqualTo("BrokenPipeError: [Errno 32] Broken pipe");
    }
}
