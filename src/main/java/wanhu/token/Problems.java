package wanhu.token;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import wanhu.base.Refused;
import wanhu.base.Word;
import wanhu.base.Words;
import wanhu.shell.Languages;
import wanhu.shell.RefusalHearer;

/**
 * Says no to programs as problem+json (RFC 9457). What fails outside of an {@link ApiRoute} the
 * frame answers in the same form.
 */
@ControllerAdvice(assignableTypes = ApiRoute.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
    private static final String STALE = "matter.refused.stale";
    private static final String AGAIN_SECONDS = "60";

    private final Words words;
    private final ObjectProvider<RefusalHearer> hearers;

    Problems(Words words, ObjectProvider<RefusalHearer> hearers) {
        this.words = words;
        this.hearers = hearers;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem no, HttpServletRequest request) {
        return answer(no.status(), no.faults(), request);
    }

    /** What another room refused; a stale version is a precondition that failed. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused no, HttpServletRequest request) {
        if (no.kind() == Refused.Kind.FORBIDDEN) {
            hearers.forEach(hearer -> hearer.forbidden(request));
        }
        var status =
                no.word().equals(STALE)
                        ? HttpStatus.PRECONDITION_FAILED
                        : HttpStatus.valueOf(no.kind().status());
        var fault = new Problem.Fault("", new Word(no.word(), no.arguments()));
        return answer(status, List.of(fault), request);
    }

    /** A mistyped id is a thing that does not exist. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(TypeMismatchException no, HttpServletRequest request) {
        return problem(Problem.of(HttpStatus.NOT_FOUND, "", "token.fault.missing"), request);
    }

    private ResponseEntity<ProblemDetail> answer(
            HttpStatus status, List<Problem.Fault> faults, HttpServletRequest request) {
        var locale = Languages.of(request);
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:wanhu:" + name(status)));
        problem.setTitle(words.text(locale, "token.problem." + name(status)));
        problem.setDetail(text(faults.getFirst(), locale));
        problem.setProperty(
                "errors",
                faults.stream()
                        .map(each -> Map.of("field", each.field(), "detail", text(each, locale)))
                        .toList());
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"wanhu\"");
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, again(request));
        }
        return answer.body(problem);
    }

    private static String again(HttpServletRequest request) {
        return request.getAttribute(Ration.AGAIN) instanceof Long seconds
                ? seconds.toString()
                : AGAIN_SECONDS;
    }

    private String text(Problem.Fault fault, Locale locale) {
        return words.text(locale, fault.word().key(), fault.word().arguments().toArray());
    }

    private static String name(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "sign-in";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "missing";
            case CONFLICT -> "conflict";
            case PRECONDITION_FAILED -> "stale";
            case PRECONDITION_REQUIRED -> "version";
            case CONTENT_TOO_LARGE -> "too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "media-type";
            case UNPROCESSABLE_CONTENT -> "rule";
            case TOO_MANY_REQUESTS -> "too-many";
            case SERVICE_UNAVAILABLE -> "busy";
            default -> "invalid";
        };
    }
}
