package dev.blackstart.environment.docker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what a process wrote: all of it, or of very much its start and its end, saying what is left out between. */
final class Capture implements Frames.Sink {
    /** Four of them are held at once by each command, each as bytes and as text: the heap is small. */
    private static final int EACH = 256 * 1024;

    private final int each;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private byte[] end = new byte[0];
    private long beyond;

    Capture() {
        this(EACH);
    }

    /**
     * @param each how many bytes of the start and of the end are kept
     */
    Capture(int each) {
        this.each = each;
    }

    @Override
    public synchronized void add(byte[] bytes, int length) {
        int first = Math.min(length, each - start.size());
        start.write(bytes, 0, first);
        if (first < length && end.length == 0) {
            end = new byte[each];
        }
        for (int at = first; at < length; ) {
            int where = (int) (beyond % each);
            int chunk = Math.min(length - at, each - where);
            System.arraycopy(bytes, at, end, where, chunk);
            beyond += chunk;
            at += chunk;
        }
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes, bytes.length);
    }

    /** Whether it is all of it. */
    synchronized boolean whole() {
        return beyond <= each;
    }

    synchronized String text() {
        String head = start.toString(StandardCharsets.UTF_8);
        if (beyond == 0) {
            return head;
        }
        if (beyond <= each) {
            ByteArrayOutputStream all = new ByteArrayOutputStream(start.size() + (int) beyond);
            all.writeBytes(start.toByteArray());
            all.write(end, 0, (int) beyond);
            return all.toString(StandardCharsets.UTF_8);
        }
        int from = (int) (beyond % each);
        ByteArrayOutputStream tail = new ByteArrayOutputStream(each);
        tail.write(end, from, each - from);
        tail.write(end, 0, from);
        return head + "\n[blackstart: " + (beyond - each) + " bytes are left out here]\n"
                + tail.toString(StandardCharsets.UTF_8);
    }
}
