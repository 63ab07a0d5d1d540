package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Heard;
import wanhu.Visitor;
import wanhu.Visitor.Answer;
import wanhu.Visitor.Upload;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.ForeignIds.Samples;
import wanhu.people.Forms.Form;

/**
 * A script, the end of an attribute and turned text in every text field of every form that any post
 * or a resident meets by following links; then all pages again: nothing comes back as a part of a
 * page (CWE-79), and no text shows otherwise than it says. Forms are found, not named.
 */
@WanhuTest
class HostileFormsTest {
    private static final String HOSTILE = "javascript:a\"'><x7k>\u202e";
    private static final String CELL = HOSTILE.replace("\"", "");

    /** What ends a matter is tried when everything else was. */
    private static final Pattern ENDING =
            Pattern.compile(
                    "step=(Decline|AnswerAtOnce|Close|Archive|Merge|Forward|Refer)|/withdraw");

    private static final int PAGES_MAX = 100;
    private static final int FORMS_SENT_MIN = 40;
    private static final int FORMS_KEPT_MIN = 20;
    private static final int SHOWN_MIN = 30;
    private static final int FILES_MIN = 5;
    private static final String PHONE = "13900139227";

    @Autowired Routes routes;
    @Autowired Staff staff;
    @Autowired ForeignIds ids;
    @Autowired Web web;

    private final Set<String> sent = new LinkedHashSet<>();
    private final Map<String, Set<String>> taken = new TreeMap<>();
    private final Set<String> refused = new TreeSet<>();
    private Fillings filling = new Fillings(Map.of());
    private final Shown shown = new Shown();
    private final Map<Visitor, Set<String>> open = new LinkedHashMap<>();

    @Test
    void comeBackAsTextWhateverFieldTheyCameIn() {
        var county = staff.county(150_968);
        var township = staff.below(county, UnitKind.TOWNSHIP, "字镇");
        var samples = ids.in(township);
        filling = new Fillings(samples.ids());
        var visitors = visitors(county, township, samples);

        try (var log = new Heard("wanhu.embedded")) {
            visitors.forEach((visitor, first) -> walk(visitor, first));
            visitors.forEach((visitor, _) -> again(visitor));
            assertThat(log.text()).doesNotContain("x7k", PHONE, PHONE.substring(3));
        }

        var kept = taken.keySet().stream().filter(each -> each.startsWith("POST")).toList();
        System.out.printf(
                "%d forms took a script in, %d of them to keep it; not: %s%n",
                taken.size(), kept.size(), refused);

        assertThat(shown.wrong()).isEmpty();
        assertThat(sent).hasSizeGreaterThan(FORMS_SENT_MIN);
        assertThat(kept).hasSizeGreaterThan(FORMS_KEPT_MIN);
        assertThat(shown.asText()).hasSizeGreaterThan(SHOWN_MIN);
        assertThat(shown.files()).hasSizeGreaterThan(FILES_MIN);
    }

    private Map<Visitor, List<String>> visitors(Unit county, Unit township, Samples samples) {
        var bureau = staff.below(county, UnitKind.DEPARTMENT, "字局");
        var all = new LinkedHashMap<Visitor, List<String>>();
        all.put(staff.enter(UUID.fromString(samples.ids().get("post"))), first(samples));
        for (Role role : List.of(Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER)) {
            all.put(staff.as(role, role == Role.COUNTY_CLERK ? county : township), first(samples));
        }
        for (Role role : List.of(Role.PHONE_DESK, Role.ADMIN, Role.SECURITY, Role.AUDITOR)) {
            all.put(staff.as(role, county), first(samples));
        }
        all.put(staff.as(Role.DEPARTMENT_CLERK, bureau), first(samples));
        return withResident(all, samples);
    }

    private Map<Visitor, List<String>> withResident(
            Map<Visitor, List<String>> all, Samples samples) {
        var resident = web.visitor().from("198.51.100.7");
        var matter = "/m/" + samples.ids().get("code");
        resident.get(matter);
        resident.post(matter, "tail", PHONE.substring(7));
        var pages =
                new ArrayList<>(
                        List.of("/", "/report", matter, matter + "/data", matter + "/photos"));
        pages.addAll(paths(routes.all().stream().filter(Routes.Route::open).toList(), samples));
        all.put(resident, pages);
        return all;
    }

    /** Every page with an id, and where each post begins. */
    private List<String> first(Samples samples) {
        var paths = new ArrayList<>(List.of("/desk", "/"));
        paths.addAll(paths(routes.ofStaff(), samples));
        return paths;
    }

    private static List<String> paths(List<Routes.Route> routes, Samples samples) {
        return routes.stream()
                .filter(Routes.Route::read)
                .map(route -> route.path(name -> samples.of(route, name).orElse("x")))
                .filter(Predicate.not(path -> path.endsWith("/x")))
                .toList();
    }

    /** The pages that answered, when everything has been sent. */
    private void again(Visitor visitor) {
        open.getOrDefault(visitor, Set.of())
                .forEach(path -> shown.look("GET " + path, visitor.get(path)));
    }

    /** Follows links, one of each shape, and fills in each form once. */
    private void walk(Visitor visitor, List<String> first) {
        var next = new ArrayDeque<>(first);
        var seen = new TreeSet<String>();
        var later = new TreeSet<String>();
        for (int pages = 0; !next.isEmpty() && pages < PAGES_MAX; pages++) {
            var path = next.poll();
            if (ENDING.matcher(path).find() && later.add(path)) {
                next.add(path);
                continue;
            }
            if (path.startsWith("/sign-out") || !seen.add(Forms.shapeOf(path))) {
                continue;
            }
            var answer = visitor.get(path);
            shown.look("GET " + Forms.shapeOf(path), answer);
            if (answer.status() != 200 || !answer.type().startsWith("text/html")) {
                continue;
            }
            next.addAll(Forms.links(answer.body()));
            open.computeIfAbsent(visitor, _ -> new LinkedHashSet<>()).add(path);
            boolean changed = false;
            for (Form form : Forms.of(answer.body(), path)) {
                changed |= fill(visitor, path, form);
            }
            if (changed) {
                seen.remove(Forms.shapeOf(path));
                next.addFirst(path);
            }
        }
    }

    /**
     * All free fields at once; where that is refused, each alone beside what is plain and right.
     * Whether it was taken in.
     */
    private boolean fill(Visitor visitor, String path, Form form) {
        var free = filling.free(form);
        if (free.isEmpty() || form.action().contains("sign") || !sent.add(form.shape())) {
            return false;
        }
        if (accepts(visitor, form, free)) {
            taken.put(form.shape(), free);
            return !form.get();
        }
        var fields = new TreeSet<String>();
        var plain = again(visitor, path, form);
        if (!form.get() && plain.isPresent() && accepts(visitor, plain.get(), Set.of())) {
            for (String only : free) {
                again(visitor, path, form)
                        .filter(same -> accepts(visitor, same, Set.of(only)))
                        .ifPresent(_ -> fields.add(only));
            }
        }
        if (fields.isEmpty()) {
            refused.add(form.shape());
        } else {
            taken.put(form.shape(), fields);
        }
        return !fields.isEmpty();
    }

    /** The same form as the page has it now. */
    private static Optional<Form> again(Visitor visitor, String path, Form form) {
        return Forms.of(visitor.get(path).body(), path).stream()
                .filter(each -> each.shape().equals(form.shape()))
                .findFirst();
    }

    private boolean accepts(Visitor visitor, Form form, Set<String> hostile) {
        var answer = send(visitor, form, hostile);
        shown.look(form.shape() + hostile, answer);
        if (answer.status() == 303) {
            shown.look(form.shape() + hostile, visitor.follow(answer));
        }
        return answer.status() < 400;
    }

    private Answer send(Visitor visitor, Form form, Set<String> hostile) {
        var fields = new ArrayList<String>();
        var names = new LinkedHashSet<>(form.values().keySet());
        names.addAll(form.texts());
        for (String name : names) {
            if (!name.isEmpty() && !name.equals("_csrf")) {
                fields.add(name);
                fields.add(hostile.contains(name) ? HOSTILE : filling.plain(form, name));
            }
        }
        var all = fields.toArray(String[]::new);
        if (form.get()) {
            return visitor.get(form.action() + query(all));
        }
        return form.upload()
                ? visitor.upload(form.action(), "file", file(form), all)
                : visitor.post(form.action(), all);
    }

    private static String query(String... fields) {
        var query = new StringBuilder("?");
        for (int at = 0; at < fields.length; at += 2) {
            query.append(encoded(fields[at]))
                    .append('=')
                    .append(encoded(fields[at + 1]))
                    .append('&');
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Upload file(Form form) {
        var text =
                form.action().startsWith("/duty")
                        ? dutyList()
                        : "标题,内容\n" + CELL + "," + CELL + "\n";
        return new Upload(
                HOSTILE.replace("\"", ""), "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String dutyList() {
        try (var file = HostileFormsTest.class.getResourceAsStream("/wanhu/duty/sample.csv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
