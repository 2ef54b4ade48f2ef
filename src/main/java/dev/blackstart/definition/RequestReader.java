package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.definition.DrillDefinition.Workload;
import dev.blackstart.definition.Names.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decodes what is asked of services: by probes, by checks, by the workload. */
final class RequestReader {
    private static final int OK = 200;
    static final String ID = "${id}";

    private final Names names;
    private final Problems problems;

    RequestReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    Optional<Request.Http> http(Yaml http) {
        Optional<String> service = service(http);
        Optional<Integer> port = http.number("port");
        Optional<String> path = http.text("path");
        if (service.isEmpty() || port.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Request.Http(
                service.get(),
                port.get(),
                isTls(http),
                http.text("method").orElse("GET"),
                path.get(),
                http.number("status").orElse(OK),
                http.text("contains")));
    }

    Optional<Request.Tcp> tcp(Yaml tcp) {
        Optional<String> service = service(tcp);
        return service.flatMap(name -> tcp.number("port").map(port -> new Request.Tcp(name, port)));
    }

    Optional<Workload> workload(Yaml workload) {
        Yaml http = workload.get("http").orElse(workload);
        Optional<String> service = service(http);
        Optional<Integer> port = http.number("port");
        Optional<String> path = http.text("path");
        Optional<String> readBack = http.text("readBack");
        Optional<Double> rate = workload.text("rate").flatMap(DurationReader::parseRate);
        checkIds(http);
        if (service.isEmpty() || port.isEmpty() || path.isEmpty() || readBack.isEmpty() || rate.isEmpty()) {
            return Optional.empty();
        }
        Optional<Yaml> erase = http.get("erase");
        return workload.text("for")
                .flatMap(DurationReader::parse)
                .map(lasts -> new Workload(
                        service.get(),
                        port.get(),
                        isTls(http),
                        http.text("method").orElse("POST"),
                        path.get(),
                        http.text("body").orElse(""),
                        readBack.get(),
                        headers(http),
                        erase.flatMap(asked -> new EraseReader(problems).read(asked, rate.get(), lasts)),
                        rate.get(),
                        lasts,
                        workload.named()));
    }

    /** Without its id, a write cannot be told from another, nor found again. */
    private void checkIds(Yaml http) {
        String written = http.text("path").orElse("") + http.text("body").orElse("");
        if (http.get("path").isPresent() && !written.contains(ID)) {
            problems.error(
                    http.named(),
                    "the workload's writes carry no id",
                    "Put " + ID + " into `path` or `body`, so that each write can be told from the others.");
        }
        http.get("readBack")
                .filter(value -> value.text().filter(text -> !text.contains(ID)).isPresent())
                .ifPresent(value -> problems.error(
                        value.place(),
                        "readBack asks for no write in particular",
                        "Put " + ID + " into it, so that each acknowledged write can be looked for."));
    }

    private static Map<String, String> headers(Yaml http) {
        Map<String, String> headers = new LinkedHashMap<>();
        http.entries("headers")
                .forEach(entry -> headers.put(entry.key(), entry.value().text().orElse("")));
        return headers;
    }

    private Optional<String> service(Yaml request) {
        return request.get("service").flatMap(mention -> names.resolve(Kind.SERVICE, mention));
    }

    private static boolean isTls(Yaml http) {
        return http.text("scheme").filter("https"::equals).isPresent();
    }
}
