package dev.blackstart.environment.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerException;
import dev.blackstart.environment.EngineException;
import java.io.IOException;

/** Says what an engine's refusal, or the end of a connection to it, means. */
final class EngineTrouble {
    private static final String GONE = "Is the engine running? `docker version` asks it; `./blackstart doctor` looks.";

    private EngineTrouble() {}

    /**
     * What to throw instead; what is no trouble with the engine, as it is.
     *
     * @param what completes "the engine did not …"
     */
    static Exception told(String what, Exception e) {
        if (e instanceof DockerException refusal) {
            return new EngineException("the engine did not " + what + ": " + message(refusal), GONE, e);
        }
        if (e instanceof EngineException || !brokenOff(e)) {
            return e;
        }
        return new EngineException("the engine is gone: it did not " + what + ": " + rootMessage(e), GONE, e);
    }

    /** The engine's own words, out of {@code Status 404: {"message":"…"}}. */
    static String message(DockerException refusal) {
        String text = String.valueOf(refusal.getMessage());
        int brace = text.indexOf('{');
        if (brace >= 0) {
            try {
                return new ObjectMapper()
                        .readTree(text.substring(brace))
                        .path("message")
                        .asText(text);
            } catch (IOException e) {
                return text.strip();
            }
        }
        return text.strip();
    }

    private static boolean brokenOff(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
