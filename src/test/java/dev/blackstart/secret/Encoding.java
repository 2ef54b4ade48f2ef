package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;

/** Encoders that a value may meet on its way into a log; other people's code, not ours. */
enum Encoding {
    PLAIN,
    BASE64,
    BASE64_URL,
    BASE64_LINES,
    HEX,
    HEX_UPPER,
    FORM,
    PERCENT,
    JSON,
    JSON_ASCII,
    INDENTED;

    String of(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        return switch (this) {
            case PLAIN -> value;
            case BASE64 -> Base64.getEncoder().encodeToString(bytes).replace("=", "");
            case BASE64_URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            case BASE64_LINES ->
                Base64.getMimeEncoder(20, new byte[] {'\n'})
                        .encodeToString(bytes)
                        .replace("=", "");
            case HEX -> HexFormat.of().formatHex(bytes);
            case HEX_UPPER -> HexFormat.of().withUpperCase().formatHex(bytes);
            case FORM -> URLEncoder.encode(value, UTF_8);
            case PERCENT -> URLEncoder.encode(value, UTF_8).replace("+", "%20");
            case JSON -> json(JsonMapper.builder().build(), value);
            case JSON_ASCII ->
                json(
                        JsonMapper.builder()
                                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                                .build(),
                        value);
            case INDENTED -> value.substring(0, 3) + "\n    " + value.substring(3);
        };
    }

    private static String json(JsonMapper mapper, String value) {
        try {
            String quoted = mapper.writeValueAsString(value);
            return quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
