package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import wanhu.base.Refused;
import wanhu.base.Word;
import wanhu.base.Words;
import wanhu.shell.Languages;

/** Says no to programs as the standard has it: a list of code and description, in both formats. */
@ControllerAdvice(assignableTypes = Api.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Denials {
    private static final String AGAIN_SECONDS = "600";

    private final Words words;

    Denials(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> denied(Denied no, HttpServletRequest request) {
        return answer(no.status(), no.faults(), request);
    }

    /** What another room refused. */
    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused no, HttpServletRequest request) {
        var word = new Word(no.word(), no.arguments());
        return answer(status(no.kind()), List.of(new Denied.Fault("", word)), request);
    }

    /** Two acts at once that the database could not put in a row. */
    @ExceptionHandler
    ResponseEntity<byte[]> atOnce(ConcurrencyFailureException no, HttpServletRequest request) {
        return denied(Denied.invalid("", "open311.fault.again"), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> torn(MultipartException no, HttpServletRequest request) {
        return denied(Denied.invalid("", "open311.fault.torn"), request);
    }

    /** A mistyped id is a thing that does not exist. */
    @ExceptionHandler
    ResponseEntity<byte[]> mistyped(TypeMismatchException no, HttpServletRequest request) {
        return denied(Denied.missing("", "open311.fault.resource"), request);
    }

    /** "Basically 400 for any other error" but for what passes by itself. */
    private static HttpStatus status(Refused.Kind kind) {
        return switch (kind) {
            case MISSING -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
            case INVALID, CONFLICT, TOO_LARGE, RULE -> HttpStatus.BAD_REQUEST;
        };
    }

    private ResponseEntity<byte[]> answer(
            HttpStatus status, List<Denied.Fault> faults, HttpServletRequest request) {
        var errors = faults.stream().map(each -> error(status, each, request)).toList();
        var format = Format.of(request);
        var answer = ResponseEntity.status(status).header(HttpHeaders.CONTENT_TYPE, format.type());
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS);
        }
        return answer.body(
                format.document("errors", new Value.Items("error", errors))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Value error(HttpStatus status, Denied.Fault fault, HttpServletRequest request) {
        var word = fault.word();
        var text = words.text(Languages.of(request), word.key(), word.arguments().toArray());
        return Value.fields()
                .with("code", new Value.Count(status.value()))
                .text("description", fault.field().isEmpty() ? text : fault.field() + ": " + text)
                .group();
    }
}
