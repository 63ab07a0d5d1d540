package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import wanhu.life.By;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.PublicMatter;
import wanhu.matter.PublicSpans;
import wanhu.matter.Taking;

/**
 * What moved, and what a sender adds when it was asked for more (the extension
 * servicerequestupdates in common use).
 */
@Controller
class UpdateApi implements Api {
    private static final String ROOT = "service_request_updates";
    private static final String ITEM = "request_update";

    private final Jurisdictions jurisdictions;
    private final Callers callers;
    private final PublicSpans published;
    private final RequestStore store;
    private final Matters matters;
    private final Rows rows;
    private final Clock clock;

    UpdateApi(
            Jurisdictions jurisdictions,
            Callers callers,
            PublicSpans published,
            RequestStore store,
            Matters matters,
            Rows rows,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.callers = callers;
        this.published = published;
        this.store = store;
        this.matters = matters;
        this.rows = rows;
        this.clock = clock;
    }

    /** With a key what moved among its own, else the results that were published. */
    @GetMapping({"/open311/v2/servicerequestupdates.xml", "/open311/v2/servicerequestupdates.json"})
    void list(HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        int county = jurisdictions.county(request);
        callers.list(request);
        var asked = Asked.of(request, county, clock.instant());
        var listing = new Listing(request, ROOT, ITEM);
        var key = callers.reader(request, county);
        if (key.isEmpty()) {
            var span =
                    new PublicSpans.Span(
                            county,
                            List.of(),
                            PublicSpans.Between.ALWAYS,
                            asked.told(),
                            asked.skip(),
                            asked.limit());
            listing.write(
                    response,
                    published.ids(span),
                    piece -> published.of(county, piece).stream().map(UpdateApi::result).toList());
            return;
        }
        var reader = new Rows.Reader(county, locale, false);
        listing.write(
                response,
                store.changes(key.get(), asked),
                piece -> piece.stream().map(each -> change(reader, each)).toList());
    }

    private static Value result(PublicMatter matter) {
        return Value.fields()
                .text("update_id", matter.number() + "-" + Stage.CLOSED)
                .text("service_request_id", matter.number())
                .text("status", Rows.status(false))
                .time("updated_datetime", matter.closed())
                .text("description", matter.answer())
                .text("media_url", "")
                .group();
    }

    private Value change(Rows.Reader reader, RequestStore.Change change) {
        return Value.fields()
                .text("update_id", change.id().toString())
                .text("service_request_id", change.number())
                .text("status", Rows.status(change.stage().open()))
                .time("updated_datetime", change.at())
                .text("description", rows.stage(reader, change.stage()))
                .text("media_url", "")
                .group();
    }

    /** Adds what the resident was asked for; the same update twice is one. */
    @PostMapping({
        "/open311/v2/servicerequestupdates.xml",
        "/open311/v2/servicerequestupdates.json"
    })
    ResponseEntity<byte[]> post(HttpServletRequest request) {
        var key = callers.sender(request);
        PostApi.needForm(request);
        var number = Arguments.text(request, "service_request_id");
        var sent =
                store.numbered(key, List.of(number)).stream()
                        .findFirst()
                        .orElseThrow(() ->
                                Denied.missing(
                                        "service_request_id",
                                        "open311.fault.request",
                                        Denied.shown(number)));
        var text = text(request);
        var same = key.id() + number + Arguments.text(request, "update_id") + text;
        var command = UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8));
        matters.take(
                new By.Requester(sent.requester()),
                new Taking(
                        key.county(),
                        sent.matter(),
                        Taking.ANY_VERSION,
                        command,
                        new Step.Supplement(text),
                        null,
                        null));
        var line = Value.fields().text("update_id", command.toString()).group();
        return ServiceApi.answer(request, ROOT, new Value.Items(ITEM, List.of(line)));
    }

    private static String text(HttpServletRequest request) {
        var text = Arguments.text(request, "description");
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty()) {
            throw Denied.invalid("description", "open311.fault.missing");
        }
        if (length > PostReader.DESCRIPTION_CHARACTERS_MAX) {
            throw Denied.invalid(
                    "description",
                    "open311.fault.long",
                    PostReader.DESCRIPTION_CHARACTERS_MAX,
                    length);
        }
        return text;
    }
}
