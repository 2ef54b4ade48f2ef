package dev.blackstart.environment;

/** A TCP port of a service, which the witness forwards. */
public record Endpoint(String service, int port) {
    @Override
    public String toString() {
        return service + ":" + port;
    }
}
