package wanhu.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import wanhu.base.Refused;

/**
 * Turns a refusal into a page that says what is the matter and what to do next, and a bug into a
 * number that the log knows. A room that answers something of its own comes first.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Refusals {
    private final Answers answers;
    private final ObjectProvider<RefusalHearer> hearers;

    Refusals(Answers answers, ObjectProvider<RefusalHearer> hearers) {
        this.hearers = hearers;
        this.answers = answers;
    }

    @ExceptionHandler
    Object refused(Refused no, HttpServletRequest request) {
        if (no.kind() == Refused.Kind.FORBIDDEN) {
            hearers.forEach(hearer -> hearer.forbidden(request));
        }
        return answers.refused(no, request);
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException no, HttpServletRequest request) {
        return answers.status(HttpStatus.CONTENT_TOO_LARGE, request);
    }

    /** Two acts at once that the database could not put in a row. */
    @ExceptionHandler
    Object atOnce(ConcurrencyFailureException no, HttpServletRequest request) {
        return answers.status(HttpStatus.CONFLICT, request);
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException no, HttpServletRequest request) {
        return answers.status(HttpStatus.BAD_REQUEST, request);
    }

    /** The reader has gone; there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {}

    @ExceptionHandler
    Object torn(MultipartException no, HttpServletRequest request) {
        return answers.status(HttpStatus.BAD_REQUEST, request);
    }

    /** A forged or mistyped id is a thing that does not exist. */
    @ExceptionHandler
    Object mistyped(TypeMismatchException no, HttpServletRequest request) {
        return answers.status(HttpStatus.NOT_FOUND, request);
    }

    /** The filters of the sign-in know what to do with these. */
    @ExceptionHandler
    Object notAllowed(AccessDeniedException no) {
        throw no;
    }

    /** As {@link #notAllowed}. */
    @ExceptionHandler
    Object notSignedIn(AuthenticationException no) {
        throw no;
    }

    /** What the database is the cause of is answered outside: {@link Outages}. */
    @ExceptionHandler
    Object other(Exception broken, HttpServletRequest request) throws Exception {
        if (Outage.behind(broken).isPresent()) {
            throw broken;
        }
        if (Outage.unwritable(broken)) {
            return answers.status(HttpStatus.BAD_REQUEST, request);
        }
        return broken instanceof ErrorResponse known
                ? answers.status(HttpStatus.valueOf(known.getStatusCode().value()), request)
                : answers.bug(broken, request);
    }
}
