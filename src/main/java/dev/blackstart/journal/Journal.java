package dev.blackstart.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries to {@code journal.jsonl}, one JSON object a line, each handed to the system before the next thing happens, so that a
 * killed run leaves everything that it had seen.
 */
public final class Journal implements AutoCloseable {
    /** The file's name in a run's directory. */
    public static final String FILE = "journal.jsonl";

    static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new Jdk8Module())
            .registerModule(new PathsAsText())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    /** Bytes; a longer line was not written by us, whoever did. */
    private static final int LONGEST = 4 << 20;

    private final FileChannel channel;
    private final Consumer<Entry> listener;
    private @Nullable JournalException broken;

    private Journal(FileChannel channel, Consumer<Entry> listener) {
        this.channel = channel;
        this.listener = listener;
    }

    /**
     * Open a new journal in a directory that is there.
     *
     * @param listener is told of each entry after it was written
     */
    public static Journal open(Path directory, Consumer<Entry> listener) throws IOException {
        return new Journal(
                FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                listener);
    }

    /**
     * The same entry with every text of its event passed through a redaction: texts only, whatever is hidden. Our own
     * words in it (the names of fields, types and constants) and its numbers stay, or it would be no entry any more. Of a
     * text that is too long to be read by anybody the middle is left out, and that is said.
     */
    public static Entry redacted(Entry entry, UnaryOperator<String> redaction) {
        return new Entry(entry.at(), entry.wall(), entry.attempt(), Redaction.of(entry.event(), redaction));
    }

    /**
     * Write one entry through to the file.
     *
     * @throws JournalException if it cannot be, and from then on each time: behind a cut line nothing is read
     */
    public synchronized void append(Entry entry) {
        if (broken != null) {
            throw broken;
        }
        try {
            ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            broken = new JournalException("the journal cannot be written: " + e.getMessage(), e);
            throw broken;
        }
        listener.accept(entry);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Read what a run left, up to the first line that was not written whole. */
    public static List<Entry> read(Path directory) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(directory.resolve(FILE)))) {
            for (String line = line(in); line != null; line = line(in)) {
                Entry entry = parse(line);
                if (entry == null) {
                    break;
                }
                entries.add(entry);
            }
        }
        return List.copyOf(entries);
    }

    /** The next line, as far as it can be one of ours; a character that a full disk cut in two is no fault here. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n' && line.size() < LONGEST; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static @Nullable Entry parse(String line) {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (JsonProcessingException e) {
            return null; // the write that a kill cut off
        }
    }
}
