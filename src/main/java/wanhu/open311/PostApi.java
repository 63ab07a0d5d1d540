package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import wanhu.base.Word;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.people.OwnOrigin;

/** Takes what another system reports for a resident. */
@Controller
class PostApi implements Api {
    private final Callers callers;
    private final PostReader reader;
    private final Posting posting;
    private final Media media;
    private final Matters matters;
    private final OwnOrigin origin;
    private final Words words;

    PostApi(
            Callers callers,
            PostReader reader,
            Posting posting,
            Media media,
            Matters matters,
            OwnOrigin origin,
            Words words) {
        this.callers = callers;
        this.reader = reader;
        this.posting = posting;
        this.media = media;
        this.matters = matters;
        this.origin = origin;
        this.words = words;
    }

    /**
     * Registers it and answers with its number. Only forms are read, as the standard says: a body
     * of XML or JSON is refused without being looked at.
     */
    @PostMapping({"/open311/v2/requests.xml", "/open311/v2/requests.json"})
    ResponseEntity<byte[]> post(HttpServletRequest request, Locale locale) {
        var key = callers.sender(request);
        needForm(request);
        var receipt = posting.post(key, reader.read(request, key));
        var refused = media.keep(key.county(), receipt.requester(), Media.of(request));
        var line = line(request, matters.get(key.county(), receipt.matter()), receipt, locale);
        if (!refused.isEmpty()) {
            line.text(
                    "media_notice", words.text(locale, "open311.notice.media", refused.getFirst()));
        }
        return ServiceApi.answer(
                request, "service_requests", new Value.Items("request", List.of(line.group())));
    }

    static void needForm(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        boolean form =
                type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                        || type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
        if (!form) {
            throw Denied.invalid("Content-Type", "open311.fault.form");
        }
    }

    /** The notice is for the resident: her code is hers, and the sender hands it on. */
    private Value.Fields line(
            HttpServletRequest request, Matter matter, Receipt receipt, Locale locale) {
        var page = origin.of(request) + "/m/" + receipt.code();
        var due = matter.times().due();
        var promise =
                due == null
                        ? ""
                        : words.text(
                                locale, "open311.notice.promise", Zones.day(due.minusNanos(1)));
        var notice =
                words.text(
                        locale,
                        "open311.notice",
                        Word.of("open311.notice.code", grouped(receipt.code())),
                        page,
                        promise);
        var line =
                Value.fields()
                        .text("service_request_id", receipt.number())
                        .text("service_notice", notice)
                        .text("account_id", "");
        if (Arguments.yes(request, "extensions")) {
            line.with(
                    "extended_attributes",
                    Value.fields()
                            .text("code", receipt.code())
                            .text("url", page)
                            .time("expected_datetime", due)
                            .group());
        }
        return line;
    }

    private static String grouped(String code) {
        return code.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }
}
