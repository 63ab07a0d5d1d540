package wanhu.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Audit;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.Choice;
import wanhu.vault.Signatures;

/** For everybody: the roots of days with their signatures, to read, print and keep. */
@Controller
class DayPages {
    private static final int DAYS_SHOWN = 60;

    private final DayStore days;
    private final BatchStore batches;
    private final Units units;
    private final Signatures signatures;
    private final JsonMapper json;
    private final Clock clock;

    DayPages(
            DayStore days,
            BatchStore batches,
            Units units,
            Signatures signatures,
            JsonMapper json,
            Clock clock) {
        this.days = days;
        this.batches = batches;
        this.units = units;
        this.signatures = signatures;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
        this.clock = clock;
    }

    /** The roots of a county's days, the newest first. */
    @GetMapping("/open/audit")
    ModelAndView days(
            @RequestParam(required = false) @Nullable Integer county,
            @RequestParam(required = false) @Nullable LocalDate before) {
        var counties = counties();
        int chosen =
                county != null
                        ? county
                        : counties.stream()
                                .findFirst()
                                .map(each -> Integer.parseInt(each.value()))
                                .orElse(Audit.NO_COUNTY);
        var until = before == null ? Zones.day(clock.instant()).plusDays(1) : before;
        return Html.page(
                "audit/days",
                new DaysPage(counties, chosen, days.list(chosen, until, DAYS_SHOWN), DAYS_SHOWN));
    }

    private List<Choice> counties() {
        return batches.counties().stream()
                .filter(each -> each != Audit.NO_COUNTY)
                .flatMap(each -> units.tree(each).root().stream())
                .map(root -> new Choice("%06d".formatted(root.county()), name(root)))
                .toList();
    }

    private static String name(Unit root) {
        return root.name();
    }

    /** One day with everything that its check needs, on a page that can be printed. */
    @GetMapping("/open/audit/day")
    ModelAndView day(@RequestParam int county, @RequestParam LocalDate day) {
        return Html.page("audit/day", signed(county, day));
    }

    /** The same as a file. */
    @GetMapping("/open/audit/day.json")
    ResponseEntity<byte[]> file(@RequestParam int county, @RequestParam LocalDate day) {
        var shown = signed(county, day);
        if (shown.signed() == null) {
            throw new Refused(Refused.Kind.MISSING, "audit.refused.day");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"day-%06d-%s.json\"".formatted(county, day))
                .body(json.writeValueAsBytes(shown.signed()));
    }

    private DayPage signed(int county, LocalDate day) {
        var found =
                days.find(county, day)
                        .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "audit.refused.day"));
        var name = units.tree(county).root().map(DayPages::name).orElse("");
        var signature = found.signature();
        return signature == null
                ? new DayPage(name, found, null)
                : new DayPage(name, found, SignedDay.of(found, signature, signatures));
    }
}

/**
 * The published roots.
 *
 * @param shown so many days a page
 */
record DaysPage(List<Choice> counties, int county, List<DayStore.Day> days, int shown) {
    String chosen() {
        return "%06d".formatted(county);
    }

    @Nullable String next() {
        return days.size() < shown
                ? null
                : "/open/audit?county=" + chosen() + "&before=" + days.getLast().date();
    }
}

/**
 * One day.
 *
 * @param signed what can be checked; null for days from before there were signatures
 */
record DayPage(String county, DayStore.Day day, @Nullable SignedDay signed) {
    String file() {
        return "/open/audit/day.json?county=%06d&day=%s".formatted(day.county(), day.date());
    }
}

/**
 * A day as somebody takes it along; {@code docs/audit.md} says how to check it.
 *
 * @param format {@value #FORMAT}
 * @param text what is signed, byte for byte
 * @param signature in Base64
 * @param key id of the key
 * @param algorithm of the signature
 * @param publicKey as PEM
 */
record SignedDay(
        String format,
        SortedMap<String, String> statement,
        String text,
        String signature,
        String key,
        String algorithm,
        String publicKey) {
    static final String FORMAT = "wanhu-day-1";

    static SignedDay of(DayStore.Day day, Signatures.Signature signature, Signatures signatures) {
        var key = signatures.key(signature.key());
        return new SignedDay(
                FORMAT,
                day.statement(),
                Canon.json(day.statement()),
                signature.text(),
                signature.key(),
                key.algorithm(),
                key.publicKey());
    }
}
