package wanhu.breach;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.vault.PersonalField;

/** What was typed of an incident, as the browser sent it. */
record IncidentForm(
        @Nullable String title,
        @Nullable String what,
        @Nullable String certain,
        @Nullable String found,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable List<String> kinds,
        @Nullable List<String> units,
        @Nullable String cause,
        @Nullable String harm,
        @Nullable String measures,
        @Nullable String contact) {
    static final IncidentForm EMPTY =
            new IncidentForm(
                    null, null, null, null, null, null, null, null, null, null, null, null);
    private static final int TITLE_MAX = 100;
    private static final int TEXT_MAX = 2_000;
    private static final int CONTACT_MAX = 200;

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().strip();
    }

    boolean chosen(PersonalField kind) {
        return kinds != null && kinds.contains(kind.name());
    }

    boolean chosen(Unit unit) {
        return units != null && units.contains(unit.code());
    }

    Incident.What happened() {
        for (Incident.What each : Incident.What.values()) {
            if (each.name().equals(what)) {
                return each;
            }
        }
        return Incident.What.LEAKED;
    }

    /**
     * The facts.
     *
     * @throws Refused INVALID when something is missing, too long or later than now
     */
    Incident.Facts facts(Tree tree, Instant now) {
        need(!text(title).isEmpty() && text(title).length() <= TITLE_MAX, "breach.refused.title");
        var moment = moment(now);
        if (from == null || until == null || until.isBefore(from) || from.isAfter(Zones.day(now))) {
            throw new Refused(Refused.Kind.INVALID, "breach.refused.days");
        }
        for (String each : new String[] {text(cause), text(harm), text(measures)}) {
            need(each.length() <= TEXT_MAX, "breach.refused.long");
        }
        int contactLength = text(contact).length();
        need(contactLength >= 2 && contactLength <= CONTACT_MAX, "breach.refused.contact");
        return new Incident.Facts(
                text(title),
                happened(),
                "true".equals(certain),
                moment,
                from,
                until,
                kindsChosen(),
                paths(tree),
                text(cause),
                text(harm),
                text(measures),
                text(contact));
    }

    private Instant moment(Instant now) {
        try {
            var at = LocalDateTime.parse(text(found)).atZone(Zones.CHINA).toInstant();
            need(!at.isAfter(now), "breach.refused.found");
            return at;
        } catch (DateTimeException _) {
            throw new Refused(Refused.Kind.INVALID, "breach.refused.found");
        }
    }

    private Set<PersonalField> kindsChosen() {
        var chosen = EnumSet.noneOf(PersonalField.class);
        for (PersonalField each : PersonalField.values()) {
            if (each.whose() == PersonalField.Whose.RESIDENT && chosen(each)) {
                chosen.add(each);
            }
        }
        need(!chosen.isEmpty(), "breach.refused.kinds");
        return chosen;
    }

    /** The townships that were chosen; the whole county when none was. */
    private List<OrgPath> paths(Tree tree) {
        var chosen = tree.townships().stream().filter(this::chosen).map(Unit::path).toList();
        return chosen.isEmpty() ? List.of(tree.root().orElseThrow().path()) : chosen;
    }

    private static void need(boolean holds, String word) {
        Refused.unless(Refused.Kind.INVALID, holds, word);
    }
}
