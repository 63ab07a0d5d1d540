package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.category.Categories;
import wanhu.people.OwnOrigin;

/** Where the interface is, and what can be reported. */
@Controller
class ServiceApi implements Api {
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** When the definitions as shipped were last changed. */
    private static final Instant SHIPPED = Instant.parse("2026-11-22T00:00:00Z");

    private final Jurisdictions jurisdictions;
    private final Callers callers;
    private final Services services;
    private final Categories categories;
    private final OwnOrigin origin;
    private final Words words;

    ServiceApi(
            Jurisdictions jurisdictions,
            Callers callers,
            Services services,
            Categories categories,
            OwnOrigin origin,
            Words words) {
        this.jurisdictions = jurisdictions;
        this.callers = callers;
        this.services = services;
        this.categories = categories;
        this.origin = origin;
        this.words = words;
    }

    /** A document in the format of the address. */
    static ResponseEntity<byte[]> answer(HttpServletRequest request, String root, Value value) {
        var format = Format.of(request);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.type())
                .body(format.document(root, value).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping({"/open311/discovery.xml", "/open311/discovery.json"})
    ResponseEntity<byte[]> discovery(HttpServletRequest request, Locale locale) {
        var changed = changed(request);
        var endpoint =
                Value.fields()
                        .text("specification", SPECIFICATION)
                        .text("url", origin.of(request) + "/open311/v2")
                        .text("changeset", changed)
                        .text("type", "production")
                        .with(
                                "formats",
                                new Value.Items(
                                        "format",
                                        List.of(
                                                new Value.Text("text/xml"),
                                                new Value.Text("application/json"))))
                        .group();
        return answer(
                request,
                "discovery",
                Value.fields()
                        .text("changeset", changed)
                        .text("contact", words.text(locale, "open311.contact"))
                        .text("key_service", words.text(locale, "open311.key-service"))
                        .with("endpoints", new Value.Items("endpoint", List.of(endpoint)))
                        .group());
    }

    /** When the list of services was last changed; without a county, as shipped. */
    private String changed(HttpServletRequest request) {
        boolean named = !Arguments.text(request, "jurisdiction_id").isEmpty();
        var changed =
                named ? categories.changed(jurisdictions.county(request)).orElse(SHIPPED) : SHIPPED;
        var latest = changed.isAfter(SHIPPED) ? changed : SHIPPED;
        return SORTABLE.format(latest.atZone(Zones.CHINA));
    }

    @GetMapping({"/open311/v2/services.xml", "/open311/v2/services.json"})
    ResponseEntity<byte[]> services(HttpServletRequest request, Locale locale) {
        int county = jurisdictions.county(request);
        var lines =
                services.list(county).stream()
                        .map(each -> services.line(county, each, locale))
                        .toList();
        return answer(request, "services", new Value.Items("service", lines));
    }

    @GetMapping("/open311/v2/services/{file}")
    ResponseEntity<byte[]> definition(
            @PathVariable String file, HttpServletRequest request, Locale locale) {
        var category = services.get(jurisdictions.county(request), Named.of(file).name());
        return answer(request, "service_definition", services.definition(category, locale));
    }

    /** Whatever else lies below: there is no such thing. */
    @GetMapping({"/open311", "/open311/**"})
    ResponseEntity<byte[]> nothing() {
        throw Denied.missing("", "open311.fault.resource");
    }

    /** As {@link #nothing}, after the key was looked at. */
    @PostMapping("/open311/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        callers.sender(request);
        throw Denied.missing("", "open311.fault.resource");
    }
}
