package dev.blackstart.commission;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The scripts of ours that run on the machines of a replica: a base is made by them as much as by its documents. */
final class OwnScripts {
    private static final String ANY = "/dev/blackstart/recovery/step.sh";
    private static final String SUFFIX = ".sh";

    private OwnScripts() {}

    /** A digest of all of them, with their names. */
    static String digest() throws IOException {
        URL any = Objects.requireNonNull(OwnScripts.class.getResource(ANY), ANY);
        return any.openConnection() instanceof JarURLConnection jar
                ? inJar(Path.of(URI.create(jar.getJarFileURL().toString())))
                : below(Path.of(
                        URI.create(any.toString().substring(0, any.toString().length() - ANY.length()))));
    }

    static String inJar(Path file) throws IOException {
        Map<String, byte[]> scripts = new TreeMap<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(entry -> entry.getName().endsWith(SUFFIX))
                    .toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    scripts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return digest(scripts);
    }

    static String below(Path directory) throws IOException {
        Map<String, byte[]> scripts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                scripts.put(directory.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return digest(scripts);
    }

    private static String digest(Map<String, byte[]> scripts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            scripts.forEach((name, text) -> {
                digest.update((name + "\0" + text.length + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(text);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
