package dev.blackstart;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The texts that classes hold, and the scripts that lie beside them: what ArchUnit, which knows names only, cannot see. */
final class Constants {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/blackstart");
    private static final int MAGIC_AND_VERSION = 8;

    private Constants() {}

    /**
     * A text.
     *
     * @param place the package that holds it, such as {@code recovery}
     */
    record Constant(String place, String holder, String text) {}

    static List<Constant> in(JavaClasses classes) {
        List<Constant> found = new ArrayList<>();
        for (JavaClass one : classes) {
            for (String text : texts(one)) {
                found.add(new Constant(place(one.getPackageName()), one.getName(), text));
            }
        }
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String place = RESOURCES.relativize(file).getName(0).toString();
                found.add(new Constant(place, file.toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String place(String name) {
        String[] parts = name.split("\\.", -1);
        return parts.length > 2 ? parts[2] : "";
    }

    /** Reads the constant pool: JVMS 4.4. */
    private static List<String> texts(JavaClass one) {
        Map<Integer, String> utf8 = new HashMap<>();
        List<Integer> strings = new ArrayList<>();
        try (InputStream bytes = one.getSource().orElseThrow().getUri().toURL().openStream();
                DataInputStream in = new DataInputStream(new BufferedInputStream(bytes))) {
            in.skipNBytes(MAGIC_AND_VERSION);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> utf8.put(i, in.readUTF());
                    case 8 -> strings.add(in.readUnsignedShort());
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++; // these take two places
                    }
                    case 15 -> in.skipNBytes(3);
                    default -> in.skipNBytes(2);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return strings.stream().map(index -> utf8.getOrDefault(index, "")).toList();
    }
}
