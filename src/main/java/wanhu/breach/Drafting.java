package wanhu.breach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.vault.PersonalField;

/**
 * Drafts the report to the authority and the notice to persons with what article 57 asks for:
 * kinds, causes and possible harm; measures taken and measures that persons can take; contact. What
 * nobody knows yet stands there as a gap for a person to fill.
 */
@Component
class Drafting {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Words words;
    private final Units units;

    Drafting(Words words, Units units) {
        this.words = words;
        this.units = units;
    }

    /**
     * What is drafted.
     *
     * @param office name of the county
     * @param source of the deadline
     */
    record On(
            Incident incident,
            Counts counts,
            String office,
            String source,
            Instant now,
            Locale locale) {}

    String report(On on) {
        var facts = on.incident().facts();
        var counts = on.counts();
        return text(
                on,
                "breach.draft.report",
                on.office(),
                time(on.now()),
                on.incident().number(),
                facts.title(),
                happened(on),
                time(facts.found()),
                facts.from().toString(),
                facts.until().toString(),
                places(on),
                kinds(on),
                "" + persons(on),
                "" + counts.contacts(),
                "" + counts.children(),
                "" + counts.matters(),
                "" + counts.looks(),
                "" + counts.lookers(),
                "" + counts.files(),
                "" + counts.rows(),
                gap(on, facts.cause()),
                gap(on, facts.harm()),
                gap(on, facts.measures()),
                facts.contact(),
                time(on.incident().due()),
                on.source());
    }

    String notice(On on) {
        var facts = on.incident().facts();
        return text(
                on,
                "breach.draft.notice",
                on.office(),
                time(facts.found()),
                happened(on),
                facts.from().toString(),
                facts.until().toString(),
                kinds(on),
                gap(on, facts.cause()),
                gap(on, facts.harm()),
                gap(on, facts.measures()),
                advice(on),
                facts.contact(),
                LocalDate.ofInstant(on.now(), Zones.CHINA).toString());
    }

    /** Who is concerned: of names and phones alone, only who left one. */
    private static int persons(On on) {
        return on.incident().contactsAlone() ? on.counts().contacts() : on.counts().persons();
    }

    private String happened(On on) {
        var facts = on.incident().facts();
        return text(on, "breach.what." + facts.what() + (facts.certain() ? "" : ".maybe"));
    }

    private String kinds(On on) {
        return EnumSet.copyOf(on.incident().facts().kinds()).stream()
                .map(each -> text(on, "vault.personal." + each + ".what"))
                .collect(Collectors.joining(text(on, "breach.draft.comma")));
    }

    private String places(On on) {
        Tree tree = units.tree(on.incident().county());
        return on.incident().facts().units().stream()
                .map(path -> name(tree, path))
                .collect(Collectors.joining(text(on, "breach.draft.comma")));
    }

    private static String name(Tree tree, OrgPath path) {
        return tree.byPath(path).map(Unit::name).orElse(path.text());
    }

    /** What persons can do, by what was concerned. */
    private String advice(On on) {
        var kinds = on.incident().facts().kinds();
        var lines = new ArrayList<String>();
        boolean contact =
                kinds.contains(PersonalField.REQUESTER_PHONE)
                        || kinds.contains(PersonalField.REQUESTER_NAME);
        if (contact) {
            lines.add(text(on, "breach.advice.contact"));
        }
        if (kinds.contains(PersonalField.REQUESTER_CODE)) {
            lines.add(text(on, "breach.advice.code"));
        }
        var told = List.of(PersonalField.MATTER_TEXT, PersonalField.MATTER_FILE);
        if (told.stream().anyMatch(kinds::contains)) {
            lines.add(text(on, "breach.advice.text"));
        }
        lines.add(text(on, "breach.advice.rights"));
        return String.join("\n", lines);
    }

    private String gap(On on, String typed) {
        return typed.isEmpty() ? text(on, "breach.draft.gap") : typed;
    }

    private String text(On on, String key, Object... arguments) {
        return words.text(on.locale(), key, arguments);
    }

    private static String time(Instant at) {
        return MINUTE.format(at.atZone(Zones.CHINA));
    }
}
