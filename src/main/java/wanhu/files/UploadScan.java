package wanhu.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Verb;
import wanhu.base.Vital;
import wanhu.base.VitalSource;

/**
 * Shows every file that is uploaded, by whichever page, to the operator's virus scanner before a
 * room reads it; off unless {@code wanhu.clamav} says where it is. What is infected is refused and
 * kept nowhere. When the scanner does not answer nothing is taken in: an upload can be repeated, a
 * virus can't be called back.
 */
@Component
class UploadScan implements HandlerInterceptor, WebMvcConfigurer, VitalSource {
    private static final String NOT_A_NAME = "[^A-Za-z0-9._-]";
    private static final int NAME_CHARACTERS_MAX = 100;
    private static final int UNSCANNED_WATCH = 1;
    private static final int UNSCANNED_BAD = 3;

    private final Optional<Clamd> clamd;
    private final Audit audit;
    private final AtomicInteger unscanned = new AtomicInteger();

    UploadScan(@Value("${wanhu.clamav:}") String place, Audit audit) {
        this.clamd = place.isBlank() ? Optional.empty() : Optional.of(Clamd.at(place));
        this.audit = audit;
    }

    /** After the guards of routes: only who may send a file here has it looked at. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        if (clamd.isPresent()) {
            registry.addInterceptor(this).order(Integer.MAX_VALUE);
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request instanceof MultipartRequest upload) {
            upload.getMultiFileMap().values().stream().flatMap(List::stream).forEach(this::need);
        }
        return true;
    }

    private void need(MultipartFile file) {
        if (file.isEmpty() || clamd.isEmpty()) {
            return;
        }
        switch (answer(clamd.orElseThrow(), file)) {
            case Clamd.Answer.Clean _ -> unscanned.set(0);
            case Clamd.Answer.Infected infected -> {
                unscanned.set(0);
                audit.record(Audit.NO_COUNTY, Act.of(Verb.UPLOAD_INFECTED, name(infected.name())));
                throw new Refused(Refused.Kind.INVALID, "files.refused.infected");
            }
            case Clamd.Answer.Unknown _ -> {
                unscanned.incrementAndGet();
                throw new Refused(Refused.Kind.BUSY, "files.refused.unscanned");
            }
        }
    }

    /** Uploads that were sent back since it last looked at one; nobody else would notice. */
    @Override
    public List<Vital> vitals() {
        return clamd.stream()
                .map(_ ->
                        Vital.below(
                                "files.vital.unscanned-uploads",
                                unscanned.get(),
                                UNSCANNED_WATCH,
                                UNSCANNED_BAD))
                .toList();
    }

    private static Clamd.Answer answer(Clamd clamd, MultipartFile file) {
        try (var input = file.getInputStream()) {
            return clamd.scan(input);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As the scanner calls it, with nothing in it that could be more than a name. */
    private static String name(String said) {
        var plain = said.replaceAll(NOT_A_NAME, "_");
        return plain.substring(0, Math.min(plain.length(), NAME_CHARACTERS_MAX));
    }
}
