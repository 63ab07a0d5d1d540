package wanhu.law;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.Days;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.calendar.Cutoffs;
import wanhu.calendar.Term;
import wanhu.calendar.TermUnit;
import wanhu.shell.Choice;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;

/** The rules of a county: list, history, and a new dated version. */
@Controller
@For(Role.ADMIN)
class RulePages implements MenuSource {
    static final String PATH = "/admin/rules";
    private static final int MENU_ORDER = 570;

    private final Laws laws;
    private final Clock clock;

    RulePages(Laws laws, Clock clock) {
        this.laws = laws;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("law.title", PATH, MENU_ORDER, actor -> actor.is(Role.ADMIN)));
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        var groups = new EnumMap<RuleGroup, List<RuleRow>>(RuleGroup.class);
        for (Rule rule : laws.list(actor.county(), today())) {
            groups.computeIfAbsent(rule.key().group(), _ -> new ArrayList<>())
                    .add(new RuleRow(rule, next(actor, rule)));
        }
        return Html.page("law/rules", new RulesPage(groups));
    }

    @GetMapping(PATH + "/{key}")
    ModelAndView rule(Actor actor, @PathVariable String key) {
        var current = laws.rule(actor.county(), key(key), today());
        return rule(actor, current, RuleForm.of(current, today()), null);
    }

    @PostMapping(PATH + "/{key}")
    ModelAndView change(Actor actor, @PathVariable String key, RuleForm form) {
        var current = laws.rule(actor.county(), key(key), today());
        try {
            laws.change(actor, form.change(current.key()));
            return Html.redirect(PATH + "/" + current.key() + "?said=law.said.changed");
        } catch (Refused no) {
            return rule(actor, current, form, no);
        }
    }

    private ModelAndView rule(Actor actor, Rule current, RuleForm form, @Nullable Refused no) {
        var versions = laws.versions(actor.county(), current.key()).reversed();
        var status = no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status());
        return Html.page("law/rule", new RulePage(current, versions, form, no), status);
    }

    /** The next version that is known, or null. */
    private @Nullable Rule next(Actor actor, Rule rule) {
        return laws.versions(actor.county(), rule.key()).stream()
                .filter(each -> each.validFrom().equals(rule.validUntil()))
                .findFirst()
                .orElse(null);
    }

    private static RuleKey key(String text) {
        return Stream.of(RuleKey.values())
                .filter(key -> key.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "law.refused.missing"));
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }
}

/**
 * A rule in the list.
 *
 * @param next the version that follows, or null
 */
record RuleRow(Rule rule, @Nullable Rule next) {}

/** All rules in their groups. */
record RulesPage(Map<RuleGroup, List<RuleRow>> groups) {
    List<RuleGroup> order() {
        return List.copyOf(groups.keySet());
    }

    List<RuleRow> rows(RuleGroup group) {
        return groups.getOrDefault(group, List.of());
    }

    String value(Screen screen, Rule rule) {
        return RuleTexts.value(screen, rule.key(), rule.value());
    }
}

/** The form for a new version, as typed; a term is given as amount and unit. */
record RuleForm(
        @Nullable String value,
        @Nullable String unit,
        @Nullable String validFrom,
        @Nullable String document,
        @Nullable String documentEn,
        @Nullable String article) {

    static RuleForm of(Rule current, LocalDate today) {
        return switch (current.key().kind()) {
            case TERM, DAYS -> of(current.term(), today);
            case TIMES, COUNT, PERCENT, DAY_OF_MONTH, SHIFT ->
                    new RuleForm(current.value(), "", today.toString(), "", "", "");
        };
    }

    private static RuleForm of(Term term, LocalDate today) {
        var amount = Integer.toString(term.amount());
        return new RuleForm(amount, term.unit().sign(), today.toString(), "", "", "");
    }

    /**
     * The change that is meant.
     *
     * @throws Refused when the day or the document is missing
     */
    RuleChange change(RuleKey key) {
        var stated = plain(value()) + (key.kind() == RuleKind.TERM ? plain(unit()) : "");
        return new RuleChange(key, stated, day(), source());
    }

    private LocalDate day() {
        try {
            return Days.read(plain(validFrom()));
        } catch (DateTimeParseException _) {
            throw new Refused(Refused.Kind.INVALID, "law.refused.date");
        }
    }

    private Source source() {
        var zh = plain(document());
        var en = plain(documentEn()).isEmpty() ? zh : plain(documentEn());
        if (zh.isEmpty()
                || zh.length() > Source.NAME_LENGTH_MAX
                || en.length() > Source.NAME_LENGTH_MAX) {
            throw new Refused(Refused.Kind.INVALID, "law.refused.source");
        }
        return new Source(zh, en, plain(article()));
    }

    static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}

/**
 * One rule with its history.
 *
 * @param versions all versions, the latest first
 * @param form as typed
 * @param no why it was refused, or null
 */
record RulePage(Rule current, List<Rule> versions, RuleForm form, @Nullable Refused no) {
    boolean term() {
        return current.key().kind() == RuleKind.TERM;
    }

    /** Whether the number counts calendar days. */
    boolean days() {
        return current.key().kind() == RuleKind.DAYS;
    }

    boolean shift() {
        return current.key().kind() == RuleKind.SHIFT;
    }

    String value(Screen screen, Rule rule) {
        return RuleTexts.value(screen, rule.key(), rule.value());
    }

    String bound(Screen screen) {
        return RuleTexts.bound(screen, current.key());
    }

    List<Choice> units(Screen screen) {
        return Stream.of(TermUnit.values())
                .map(unit -> new Choice(unit.sign(), screen.t("law.unit." + unit.sign())))
                .toList();
    }

    List<Choice> shifts(Screen screen) {
        return Stream.of(Cutoffs.Shift.values())
                .map(shift -> new Choice(shift.name(), screen.t("law.shift." + shift)))
                .toList();
    }

    String typed(@Nullable String text) {
        return RuleForm.plain(text);
    }

    @Nullable String fault(Screen screen) {
        return no == null ? null : screen.t(no.word(), said(screen));
    }

    /** A term in the refusal is written out: 61 日 and not 61d. */
    private Object[] said(Screen screen) {
        return no == null
                ? new Object[0]
                : no.arguments().stream().map(each -> written(screen, each)).toArray();
    }

    private Object written(Screen screen, Object argument) {
        try {
            return (term() || days()) && argument instanceof String text
                    ? RuleTexts.value(screen, current.key(), Term.parse(text).toString())
                    : argument;
        } catch (IllegalArgumentException _) {
            return argument;
        }
    }
}
