package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import wanhu.base.Words;
import wanhu.category.Category;
import wanhu.intake.Submissions;
import wanhu.life.Kind;
import wanhu.matter.Report;
import wanhu.shell.Languages;

/** Reads what a program posts, and says all that is wrong with it at once. */
@Component
class PostReader {
    /** Longest description, in characters (GeoReport v2). */
    static final int DESCRIPTION_CHARACTERS_MAX = 4_000;

    /** Each post gets its own when it is sent. */
    private static final UUID NO_COMMAND = new UUID(0, 0);

    private static final int ATTRIBUTES_MAX = 40;
    private static final Pattern ATTRIBUTE =
            Pattern.compile("attribute\\[([A-Za-z0-9_.-]{1,40})](?:\\[])?");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]{1,500}");

    /** What intake calls a field and a program does not. */
    private static final Map<String, String> NAMES =
            Map.of(
                    "text", "description",
                    "spot", "address_string",
                    "name", "first_name, last_name",
                    "title", "attribute[title]",
                    "kind-0", "attribute[kind]",
                    "category", "service_code");

    private final Services services;
    private final Localities localities;
    private final Submissions submissions;
    private final Words words;

    PostReader(Services services, Localities localities, Submissions submissions, Words words) {
        this.services = services;
        this.localities = localities;
        this.submissions = submissions;
        this.words = words;
    }

    /**
     * A post without faults.
     *
     * @throws Denied with every fault
     */
    Post read(HttpServletRequest request, ApiKey key) {
        var code = Arguments.text(request, "service_code");
        if (code.isEmpty()) {
            throw Denied.invalid("service_code", "open311.fault.missing");
        }
        var category = services.get(key.county(), code);
        var faults = new ArrayList<Denied.Fault>();
        var given = attributes(request, faults);
        check(category, given, Languages.of(request), faults);
        var where = where(request, key, faults);
        var wish = wish(request, new Chosen(category, given), where, faults);
        var token = token(request, faults);
        if (faults.isEmpty()) {
            submissions.faults(wish).forEach(each -> faults.add(named(each)));
        }
        if (!faults.isEmpty()) {
            throw new Denied(HttpStatus.BAD_REQUEST, faults);
        }
        return new Post(wish, token);
    }

    private static Denied.Fault named(Submissions.Wrong wrong) {
        return new Denied.Fault(NAMES.getOrDefault(wrong.field(), wrong.field()), wrong.word());
    }

    private Submissions.Where where(
            HttpServletRequest request, ApiKey key, List<Denied.Fault> faults) {
        var sent =
                new Localities.Sent(
                        Arguments.text(request, "address_id"),
                        Arguments.text(request, "address_string"),
                        Arguments.text(request, "lat"),
                        Arguments.text(request, "long"));
        var spot = sent.spot();
        tooLong(faults, "address_string", spot, Report.PLACE_CHARACTERS_MAX);
        return new Submissions.Where(localities.place(key, sent).code(), spot);
    }

    private Submissions.Wish wish(
            HttpServletRequest request,
            Chosen chosen,
            Submissions.Where where,
            List<Denied.Fault> faults) {
        var text = Arguments.text(request, "description");
        tooLong(faults, "description", text, DESCRIPTION_CHARACTERS_MAX);
        var what =
                new Submissions.What(
                        chosen.kind(),
                        chosen.category().code(),
                        chosen.yes(Services.DANGER),
                        chosen.text(Services.TITLE),
                        text + link(request, faults));
        var who =
                new Submissions.Who(
                        name(request),
                        Arguments.text(request, "phone"),
                        chosen.yes(Services.SECRET),
                        chosen.yes(Services.PUBLISH));
        return new Submissions.Wish(NO_COMMAND, where, what, who);
    }

    private record Chosen(Category category, Map<String, List<String>> given) {
        String text(String code) {
            return given.getOrDefault(code, List.of("")).getFirst();
        }

        boolean yes(String code) {
            return text(code).equals(Services.YES);
        }

        Kind kind() {
            var name = text(Services.KIND);
            return Arrays.stream(Kind.values())
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(Kind.HELP);
        }
    }

    static Map<String, List<String>> attributes(
            HttpServletRequest request, List<Denied.Fault> faults) {
        var found = new LinkedHashMap<String, List<String>>();
        for (String name : request.getParameterMap().keySet()) {
            var attribute = ATTRIBUTE.matcher(name);
            if (attribute.matches()) {
                var values =
                        Arrays.stream(request.getParameterValues(name))
                                .map(String::strip)
                                .filter(each -> !each.isEmpty())
                                .toList();
                if (!values.isEmpty()) {
                    found.put(attribute.group(1), values);
                }
            } else if (name.startsWith("attribute")) {
                faults.add(Denied.Fault.of(Denied.shown(name), "open311.fault.attribute-unknown"));
            }
        }
        if (found.size() > ATTRIBUTES_MAX) {
            throw Denied.invalid("attribute", "open311.fault.attributes", ATTRIBUTES_MAX);
        }
        return found;
    }

    private void check(
            Category category,
            Map<String, List<String>> given,
            Locale locale,
            List<Denied.Fault> faults) {
        var asked = new LinkedHashMap<String, Attribute>();
        services.attributes(category, locale).stream()
                .filter(Attribute::variable)
                .forEach(each -> asked.put(each.code(), each));
        given.forEach((code, values) -> {
            var attribute = asked.get(code);
            if (attribute == null) {
                faults.add(Denied.Fault.of(named(code), "open311.fault.attribute-unknown"));
            } else {
                check(attribute, values, faults);
            }
        });
        asked.values().stream()
                .filter(each -> each.required() && !given.containsKey(each.code()))
                .forEach(each ->
                        faults.add(Denied.Fault.of(named(each.code()), "open311.fault.missing")));
    }

    private static void check(Attribute attribute, List<String> values, List<Denied.Fault> faults) {
        var name = named(attribute.code());
        if (values.size() > 1) {
            faults.add(Denied.Fault.of(name, "open311.fault.one-value"));
            return;
        }
        var value = values.getFirst();
        switch (attribute.datatype()) {
            case STRING -> {
                tooLong(faults, name, value, Report.TITLE_CHARACTERS_MAX);
                if (value.contains("\n")) {
                    faults.add(Denied.Fault.of(name, "open311.fault.one-line"));
                }
            }
            case SINGLE -> {
                if (!attribute.offers(value)) {
                    faults.add(Denied.Fault.of(name, "open311.fault.option"));
                }
            }
        }
    }

    private static String named(String code) {
        return "attribute[" + code + "]";
    }

    private static void tooLong(List<Denied.Fault> faults, String name, String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            faults.add(Denied.Fault.of(name, "open311.fault.long", most, length));
        }
    }

    static String token(HttpServletRequest request, List<Denied.Fault> faults) {
        var token = Arguments.text(request, "token");
        if (!token.isEmpty() && !TOKEN.matcher(token).matches()) {
            faults.add(Denied.Fault.of("token", "open311.fault.token"));
        }
        return token;
    }

    /** Nothing is fetched from an address that somebody sent; who handles the matter reads it. */
    private String link(HttpServletRequest request, List<Denied.Fault> faults) {
        var link = Arguments.text(request, "media_url");
        if (link.isEmpty()) {
            return "";
        }
        if (!LINK.matcher(link).matches()) {
            faults.add(Denied.Fault.of("media_url", "open311.fault.link"));
        }
        return "\n\n" + words.text(Locale.CHINESE, "open311.link", link);
    }

    /** 张三 from "三" and "张"; John Smith from "John" and "Smith". */
    static String name(HttpServletRequest request) {
        var first = Arguments.text(request, "first_name");
        var last = Arguments.text(request, "last_name");
        boolean chinese =
                (first + last)
                        .codePoints()
                        .allMatch(sign ->
                                Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN);
        return chinese ? last + first : (first + " " + last).strip();
    }
}
