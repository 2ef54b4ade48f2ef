package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Flips 8 bytes of {@code pg_control}, without which no server starts. */
@Word("flipped-control")
record FlippedControl() implements RestartDamage {
    private static final int BYTES = 8;

    /** Behind the versions, and before the checksum wherever that lies. */
    private static final int FIRST = 16;

    private static final int LAST = 200;

    static Optional<FlippedControl> read(Parameters parameters) {
        return Optional.of(new FlippedControl());
    }

    @Override
    public Optional<String> detector() {
        return Optional.empty();
    }

    /** {@code pg_resetwal} makes another, which may even be right. */
    @Override
    public boolean needsBackup() {
        return false;
    }

    @Override
    public String sentence(String host) {
        return "the server on " + host + " crashes, and its pg_control is damaged";
    }

    @Override
    public Function<Postmaster, String> prepare(Target target) {
        return server -> damage(server, target.random());
    }

    private static String damage(Postmaster server, RandomGenerator random) {
        DiskFile file = server.file("global/pg_control");
        int offset = FIRST + random.nextInt(LAST - FIRST);
        file.flip(offset, BYTES);
        return "%d bytes flipped at offset %d of %s".formatted(BYTES, offset, file.path());
    }
}
