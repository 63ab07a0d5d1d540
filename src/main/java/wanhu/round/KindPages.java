package wanhu.round;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
import wanhu.org.Level;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;

/**
 * The kinds of meetings that the county has, as data with a source: which body, how often, until
 * when.
 */
@Controller
@For({Role.ADMIN, Role.COUNTY_CLERK})
class KindPages implements MenuSource {
    private static final String LIST = "/round-kinds";
    private static final int MENU_ORDER = 560;

    private final Kinds kinds;
    private final Clock clock;

    KindPages(Kinds kinds, Clock clock) {
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "round.kinds.title",
                        LIST,
                        MENU_ORDER,
                        actor -> actor.is(Role.ADMIN, Role.COUNTY_CLERK)));
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor) {
        return Html.page("round/kinds", new KindsPage(kinds.list(actor.county(), today())));
    }

    @GetMapping(LIST + "/new")
    ModelAndView fresh() {
        return Html.page("round/kind", new KindPage(KindForm.fresh(today()), true, null));
    }

    @GetMapping(LIST + "/{code}")
    ModelAndView form(Actor actor, @PathVariable String code) {
        var kind = kinds.get(actor.county(), code, today());
        return Html.page("round/kind", new KindPage(KindForm.of(kind, today()), false, null));
    }

    @PostMapping(LIST)
    ModelAndView define(Actor actor, @ModelAttribute KindForm form) {
        try {
            kinds.define(actor, form.read());
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("round/kind", new KindPage(form, false, no), status);
        }
        return Html.redirect(LIST + "?said=round.said.defined");
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }
}

/** All kinds that hold today, the switched-off ones too. */
record KindsPage(List<RoundKind> kinds) {
    KindsPage {
        kinds = List.copyOf(kinds);
    }
}

/**
 * The form of a kind.
 *
 * @param fresh whether it is a new one, whose code is typed
 */
record KindPage(KindForm form, boolean fresh, @Nullable Refused refused) {
    String fault(Screen screen) {
        return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
    }
}

/** What was typed about a kind. */
record KindForm(
        @Nullable String code,
        @Nullable Level level,
        @Nullable Cadence cadence,
        @Nullable String cutoff,
        @Nullable String decide,
        @Nullable String quorum,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String sourceZh,
        @Nullable String sourceEn,
        @Nullable String validFrom,
        @Nullable Boolean active) {
    static KindForm fresh(LocalDate today) {
        return new KindForm(
                "",
                Level.TOWNSHIP,
                Cadence.NONE,
                "",
                "",
                "0",
                "",
                "",
                "",
                "",
                today.toString(),
                true);
    }

    static KindForm of(RoundKind kind, LocalDate today) {
        var dates = kind.dates();
        return new KindForm(
                kind.code(),
                kind.level(),
                dates.cadence(),
                text(dates.cutoff()),
                text(dates.decide()),
                Integer.toString(kind.quorum()),
                kind.name().chinese(),
                kind.name().english(),
                kind.source().chinese(),
                kind.source().english(),
                today.toString(),
                kind.active());
    }

    static String text(@Nullable RoundDay day) {
        return day == null ? "" : day.text();
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    RoundKind read() {
        if (level == null || cadence == null) {
            throw new Refused(Refused.Kind.INVALID, "round.refused.kind", text(code));
        }
        return new RoundKind(
                text(code),
                0,
                level,
                new RoundKind.Text(text(nameZh), text(nameEn)),
                new RoundKind.Dates(cadence, day(cutoff), day(decide)),
                number(),
                new RoundKind.Text(text(sourceZh), text(sourceEn)),
                from(),
                Boolean.TRUE.equals(active));
    }

    private static @Nullable RoundDay day(@Nullable String typed) {
        return text(typed).isEmpty() ? null : RoundDay.parse(text(typed));
    }

    private int number() {
        try {
            return text(quorum).isEmpty() ? 0 : Integer.parseInt(text(quorum));
        } catch (NumberFormatException _) {
            throw new Refused(
                    Refused.Kind.INVALID, "round.refused.quorum-number", RoundKind.QUORUM_MAX);
        }
    }

    private LocalDate from() {
        try {
            return Days.read(text(validFrom));
        } catch (DateTimeException _) {
            throw new Refused(Refused.Kind.INVALID, "round.refused.from");
        }
    }
}
