package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
    private static final Pattern HEARD =
            Pattern.compile(
                    "<x7k|(?:href|src|action)=\"?\\s*javascript:a|\u202e|<[^>\"]*\\son[a-z]+=",
                    Pattern.CASE_INSENSITIVE);
    private static final int PAGES_MAX = 80;
    private static final int FORMS_SENT_MIN = 35;
    private static final int SHOWN_MIN = 30;
    private static final String PHONE = "13900139227";

    @Autowired Routes routes;
    @Autowired Staff staff;
    @Autowired ForeignIds ids;
    @Autowired Web web;

    private final Set<String> sent = new LinkedHashSet<>();
    private final Set<String> taken = new TreeSet<>();
    private final Set<String> shown = new TreeSet<>();
    private final Set<String> wrong = new TreeSet<>();
    private final Map<Visitor, Set<String>> open = new LinkedHashMap<>();

    @Test
    void comeBackAsTextWhateverFieldTheyCameIn() {
        var county = staff.county(150_968);
        var township = staff.below(county, UnitKind.TOWNSHIP, "字镇");
        var samples = ids.in(township);
        var visitors = visitors(county, township, samples);

        visitors.forEach((visitor, first) -> walk(visitor, first));
        visitors.forEach((visitor, _) -> again(visitor));

        assertThat(wrong).isEmpty();
        assertThat(sent).hasSizeGreaterThan(FORMS_SENT_MIN);
        assertThat(shown).hasSizeGreaterThan(SHOWN_MIN);
    }

    private Map<Visitor, List<String>> visitors(Unit county, Unit township, Samples samples) {
        var bureau = staff.below(county, UnitKind.DEPARTMENT, "字局");
        var all = new LinkedHashMap<Visitor, List<String>>();
        for (Role role : List.of(Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER)) {
            all.put(staff.as(role, role == Role.COUNTY_CLERK ? county : township), first(samples));
        }
        for (Role role : List.of(Role.PHONE_DESK, Role.ADMIN, Role.SECURITY, Role.AUDITOR)) {
            all.put(staff.as(role, county), first(samples));
        }
        all.put(staff.as(Role.DEPARTMENT_CLERK, bureau), first(samples));
        var resident = web.visitor().from("198.51.100.7");
        var matter = "/m/" + samples.ids().get("code");
        resident.get(matter);
        resident.post(matter, "tail", PHONE.substring(7));
        all.put(resident, List.of("/", "/report", matter, matter + "/data", matter + "/photos"));
        return all;
    }

    /** Every page with an id, and where each post begins. */
    private List<String> first(Samples samples) {
        var paths = new ArrayList<>(List.of("/desk", "/"));
        routes.ofStaff().stream()
                .filter(Routes.Route::read)
                .map(route -> route.path(name -> samples.of(route, name).orElse("x")))
                .filter(Predicate.not(path -> path.endsWith("/x")))
                .forEach(paths::add);
        return paths;
    }

    /** The pages that answered, when everything has been sent. */
    private void again(Visitor visitor) {
        open.getOrDefault(visitor, Set.of())
                .forEach(path -> look("GET " + path, visitor.get(path)));
    }

    /** Follows links, one of each shape, and fills in each form once. */
    private void walk(Visitor visitor, List<String> first) {
        var next = new ArrayDeque<>(first);
        var seen = new TreeSet<String>();
        for (int pages = 0; !next.isEmpty() && pages < PAGES_MAX; pages++) {
            var path = next.poll();
            if (path.startsWith("/sign-out") || !seen.add(Forms.shapeOf(path))) {
                continue;
            }
            var answer = visitor.get(path);
            look("GET " + Forms.shapeOf(path), answer);
            if (answer.status() != 200 || !answer.type().startsWith("text/html")) {
                continue;
            }
            next.addAll(Forms.links(answer.body()));
            open.computeIfAbsent(visitor, _ -> new LinkedHashSet<>()).add(path);
            Forms.of(answer.body(), path).forEach(form -> fill(visitor, path, form));
        }
    }

    private void fill(Visitor visitor, String path, Form form) {
        if (form.texts().isEmpty() || form.action().contains("sign") || !sent.add(form.shape())) {
            return;
        }
        var all = send(visitor, form, form.texts());
        look(form.shape(), all);
        if (!form.get() && !taken.contains(form.shape())) {
            for (String only : form.texts()) {
                visitor.get(path);
                look(form.shape() + " " + only, send(visitor, form, Set.of(only)));
            }
        }
    }

    private Answer send(Visitor visitor, Form form, Set<String> hostile) {
        var fields = new ArrayList<String>();
        form.values()
                .forEach((name, value) -> {
                    if (!name.isEmpty() && !name.equals("_csrf")) {
                        fields.add(name);
                        fields.add(value(form, hostile, name, value));
                    }
                });
        form.texts().stream()
                .filter(name -> !form.values().containsKey(name))
                .forEach(name -> {
                    fields.add(name);
                    fields.add(value(form, hostile, name, ""));
                });
        var all = fields.toArray(String[]::new);
        if (form.get()) {
            return visitor.get(form.action() + query(all));
        }
        var answer =
                form.upload()
                        ? visitor.upload(form.action(), "file", file(), all)
                        : visitor.post(form.action(), all);
        if (answer.status() == 303) {
            taken.add(form.shape());
        }
        return answer.status() == 303 ? visitor.follow(answer) : answer;
    }

    private static String value(Form form, Set<String> hostile, String name, String value) {
        if (hostile.contains(name)) {
            return HOSTILE;
        }
        if (!form.texts().contains(name) || !value.isEmpty()) {
            return value;
        }
        return name.contains("hone") ? PHONE : "好";
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

    private static Upload file() {
        return new Upload(
                HOSTILE.replace("\"", ""), "text/csv", HOSTILE.getBytes(StandardCharsets.UTF_8));
    }

    private void look(String where, Answer answer) {
        if (answer.status() >= 500) {
            wrong.add(where + " " + answer.status());
        }
        if (!answer.type().startsWith("text/html") && !answer.type().contains("xml")) {
            return;
        }
        if (answer.says("&lt;x7k")) {
            shown.add(where);
        }
        var heard = HEARD.matcher(answer.body());
        if (heard.find()) {
            int from = Math.max(0, heard.start() - 60);
            int until = Math.min(answer.body().length(), heard.end() + 20);
            wrong.add(where + " ... " + answer.body().substring(from, until));
        }
    }
}
