package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.LocalPostgres;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a real database and a real directory speak of the same files in the same words. */
@Tag(RealTools.TAG)
class WhatRowsSayOfFilesTest {
    private static final String MARK = "bs00000001";

    @TempDir
    private Path uploads;

    @Test
    void paths_and_digests_are_spelled_alike() throws IOException, NoSuchAlgorithmException {
        Files.createDirectories(uploads.resolve("2026/a b"));
        Files.writeString(uploads.resolve("2026/a b/c\"d|e.png"), "picture");
        Files.createSymbolicLink(uploads.resolve("link"), Path.of("2026"));
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("picture".getBytes(StandardCharsets.UTF_8)));
        try (LocalPostgres server = LocalPostgres.make()) {
            server.sql(
                    "postgres",
                    "create table attachments (path text, sha256 text);"
                            + "insert into attachments values ('2026/a b/c\"d|e.png', '" + digest
                            + "'), (E'two\\nlines', null)");
            State files = new FilesState(uploads.toString(), List.of());
            State rows = new PostgresqlState(Optional.empty(), PostgresqlServer.USUAL);

            assertThat(files.files(files.fingerprint(server, MARK)).orElseThrow())
                    .containsOnlyKeys("2026/a b/c\"d|e.png")
                    .containsValue(digest);
            assertThat(rows.queries().orElseThrow().rows(server, "select path, sha256 from attachments order by 2;"))
                    .containsExactly(List.of("2026/a b/c\"d|e.png", digest), List.of("two\nlines", ""));
        }
    }
}
