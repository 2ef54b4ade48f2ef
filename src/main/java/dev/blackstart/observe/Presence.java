package dev.blackstart.observe;

/** What an answer to a read-back says of a write. */
enum Presence {
    /** 200 with its id in it. */
    THERE,
    /** 404, 410, or 200 without its id. */
    GONE,
    /** Anything else is no definite answer. */
    UNTOLD;

    static Presence of(HttpAnswer answer, String id) {
        if (answer.status() == 200 && answer.body().contains(id)) {
            return THERE;
        }
        boolean gone = answer.status() == 404 || answer.status() == 410 || (answer.status() == 200 && !answer.cut());
        return gone ? GONE : UNTOLD;
    }
}
