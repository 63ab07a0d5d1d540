package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import wanhu.category.Categories;
import wanhu.matter.PublicSpans;

/**
 * Reads requests: without a key what is published; with one also what it sent itself, by number or
 * with {@code own=true} as a list.
 */
@Controller
class RequestApi implements Api {
    private static final int NUMBERS_MAX = 1_000;

    private final Jurisdictions jurisdictions;
    private final Callers callers;
    private final Categories categories;
    private final PublicSpans published;
    private final OwnRequests own;
    private final Rows rows;
    private final RequestStore store;
    private final Clock clock;

    RequestApi(
            Jurisdictions jurisdictions,
            Callers callers,
            Categories categories,
            PublicSpans published,
            OwnRequests own,
            Rows rows,
            RequestStore store,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.callers = callers;
        this.categories = categories;
        this.published = published;
        this.own = own;
        this.rows = rows;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping({"/open311/v2/requests.xml", "/open311/v2/requests.json"})
    void list(HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        var reader = reader(request, locale);
        callers.list(request);
        var key = callers.reader(request, reader.county()).orElse(null);
        var numbers = Arguments.list(request, "service_request_id");
        var listing = Listing.ofRequests(request);
        if (!numbers.isEmpty()) {
            var asked = numbers.subList(0, Math.min(NUMBERS_MAX, numbers.size()));
            listing.write(response, asked, piece -> numbered(reader, key, piece));
            return;
        }
        var asked = asked(request, reader.county());
        if (Arguments.yes(request, "own")) {
            if (key == null) {
                throw Denied.key("open311.fault.key-missing");
            }
            listing.write(response, store.matters(key, asked), piece -> own.of(reader, piece));
        } else {
            var ids = asked.closed() ? published.ids(asked.span()) : List.<UUID>of();
            listing.write(
                    response,
                    ids,
                    piece ->
                            published.of(reader.county(), piece).stream()
                                    .map(each -> rows.published(reader, each))
                                    .toList());
        }
    }

    private Asked asked(HttpServletRequest request, int county) {
        var asked = Asked.of(request, county, clock.instant());
        for (String code : asked.categories()) {
            if (categories.find(county, code).isEmpty()) {
                throw Denied.missing("service_code", "open311.fault.service", Denied.shown(code));
            }
        }
        return asked;
    }

    private Rows.Reader reader(HttpServletRequest request, Locale locale) {
        return new Rows.Reader(
                jurisdictions.county(request), locale, Arguments.yes(request, "extensions"));
    }

    /** Those that the key sent itself first, then what everybody may read of the others. */
    private List<Value> numbered(Rows.Reader reader, @Nullable ApiKey key, List<String> numbers) {
        var mine = key == null ? List.<RequestStore.Sent>of() : store.numbered(key, numbers);
        var known = mine.stream().map(RequestStore.Sent::number).toList();
        var others = numbers.stream().filter(each -> !known.contains(each)).toList();
        return Stream.concat(
                        own
                                .of(reader, mine.stream().map(RequestStore.Sent::matter).toList())
                                .stream(),
                        published.numbered(reader.county(), others).stream()
                                .map(each -> rows.published(reader, each)))
                .toList();
    }

    @GetMapping("/open311/v2/requests/{file}")
    ResponseEntity<byte[]> one(
            @PathVariable String file, HttpServletRequest request, Locale locale) {
        var number = Named.of(file).name();
        var reader = reader(request, locale);
        var key = callers.reader(request, reader.county()).orElse(null);
        var mine =
                key == null ? List.<RequestStore.Sent>of() : store.numbered(key, List.of(number));
        var found =
                mine.isEmpty()
                        ? numbered(reader, null, List.of(number))
                        : own.one(reader, mine.getFirst(), request);
        if (found.isEmpty()) {
            throw Denied.missing(
                    "service_request_id", "open311.fault.request", Denied.shown(number));
        }
        return ServiceApi.answer(request, "service_requests", new Value.Items("request", found));
    }

    /** Which request came of a post with the sender's own token, after an answer got lost. */
    @GetMapping("/open311/v2/tokens/{file}")
    ResponseEntity<byte[]> token(@PathVariable String file, HttpServletRequest request) {
        var token = Named.of(file).name();
        callers.list(request);
        var sent =
                store.byToken(jurisdictions.county(request), token)
                        .orElseThrow(() ->
                                Denied.missing(
                                        "token",
                                        "open311.fault.token-missing",
                                        Denied.shown(token)));
        var line =
                Value.fields()
                        .text("service_request_id", sent.number())
                        .text("token", token)
                        .group();
        return ServiceApi.answer(
                request, "service_requests", new Value.Items("request", List.of(line)));
    }
}
