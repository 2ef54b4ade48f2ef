package dev.blackstart.observe;

/**
 * What a service answered.
 *
 * @param body as UTF-8, up to {@link HttpCall#LONGEST_BODY} bytes
 * @param cut whether the body was longer
 */
public record HttpAnswer(int status, String body, boolean cut) {
    public boolean successful() {
        return status / 100 == 2;
    }
}
