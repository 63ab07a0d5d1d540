package wanhu.token;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * What a program sent as JSON, read strictly: so long and so deep and no more, no field that nobody
 * asked for, none twice, no number where a text belongs.
 *
 * @param text as it came, for telling the same again from something else
 */
public record Body(String text) {
    /** Longest body, in bytes. */
    public static final int BYTES_MAX = 64 * 1024;

    private static final int DEPTH_MAX = 8;
    private static final int STRING_CHARACTERS_MAX = 20_000;
    private static final int NUMBER_DIGITS_MAX = 20;

    private static final JsonMapper STRICT =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_MAX)
                                                    .maxStringLength(STRING_CHARACTERS_MAX)
                                                    .maxNumberLength(NUMBER_DIGITS_MAX)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(LogicalType.Textual, Body::asItIs)
                    .withCoercionConfig(LogicalType.Enum, Body::asItIs)
                    .build();

    private static void asItIs(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
    }

    /**
     * Takes the body of a request.
     *
     * @throws Problem 415 when it is not JSON by its type, 413 when it is too long
     */
    public static Body of(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (!type.matches("application/json\\s*+(;\\s*+charset\\s*+=\\s*+\"?utf-8\"?\\s*+)?+")) {
            throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "token.fault.json");
        }
        if (request.getContentLengthLong() > BYTES_MAX) {
            throw tooLong();
        }
        try {
            var bytes = request.getInputStream().readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw tooLong();
            }
            return new Body(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException _) {
            throw Problem.invalid("", "token.fault.torn");
        }
    }

    private static Problem tooLong() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "", "token.fault.long", BYTES_MAX);
    }

    /**
     * Reads it as a record or a tree.
     *
     * @throws Problem 400 with the field that is wrong
     */
    public <T> T as(Class<T> type) {
        try {
            var read = STRICT.readValue(text, type);
            if (read == null) {
                throw Problem.invalid("", "token.fault.empty");
            }
            return read;
        } catch (UnrecognizedPropertyException unknown) {
            throw Problem.invalid(place(unknown), "token.fault.unknown");
        } catch (StreamConstraintsException _) {
            throw Problem.invalid("", "token.fault.deep", DEPTH_MAX, STRING_CHARACTERS_MAX);
        } catch (DatabindException wrong) {
            throw place(wrong).isEmpty()
                    ? Problem.invalid("", "token.fault.torn")
                    : Problem.invalid(place(wrong), "token.fault.type");
        } catch (JacksonException _) {
            throw Problem.invalid("", "token.fault.torn");
        }
    }

    private static String place(DatabindException wrong) {
        return Problem.shown(
                wrong.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : step.getPropertyName())
                        .collect(Collectors.joining(".")));
    }
}
