package wanhu.workbench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Scope;
import wanhu.base.Word;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.calendar.Calendars;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.law.Rule;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Promises;
import wanhu.matter.Reports;
import wanhu.matter.Requesters;
import wanhu.matter.TimelineLine;
import wanhu.org.Units;
import wanhu.shell.BesideMatter;
import wanhu.shell.Choice;
import wanhu.shell.ProjectSource;

/** Gathers what the page of one matter shows. */
@Component
class MatterDesk {
    private final Matters matters;
    private final Promises promises;
    private final Requesters requesters;
    private final Units units;
    private final PhraseStore phrases;
    private final Categories categories;
    private final Calendars calendars;
    private final ObjectProvider<ProjectSource> projects;
    private final ObjectProvider<BesideMatter> beside;
    private final DutyPicker duties;
    private final StepOffers offers;
    private final Words words;
    private final Clock clock;

    MatterDesk(
            Matters matters,
            Promises promises,
            Requesters requesters,
            Units units,
            PhraseStore phrases,
            Categories categories,
            Calendars calendars,
            ObjectProvider<ProjectSource> projects,
            ObjectProvider<BesideMatter> beside,
            DutyPicker duties,
            StepOffers offers,
            Words words,
            Clock clock) {
        this.matters = matters;
        this.promises = promises;
        this.requesters = requesters;
        this.units = units;
        this.phrases = phrases;
        this.categories = categories;
        this.calendars = calendars;
        this.projects = projects;
        this.beside = beside;
        this.duties = duties;
        this.offers = offers;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What somebody tried.
     *
     * @param version on which
     * @param refused why it was refused; null when only fields had faults
     */
    record Attempt(
            Typed typed,
            int version,
            UUID command,
            Map<String, StepCheck.Fault> faults,
            @Nullable Refused refused) {}

    /** A contact that was asked for. */
    record Plain(Reports.Contact contact, UUID of) {}

    /** The page with the wanted step open; the most sensible one when none or another is wanted. */
    MatterPage page(Actor actor, Matter matter, @Nullable String wanted) {
        return page(actor, matter, new Wish(wanted, null, null));
    }

    /** The page after an attempt that did not succeed: what was typed is still there. */
    MatterPage page(Actor actor, Matter matter, Attempt attempt) {
        return page(actor, matter, new Wish(attempt.typed().step(), attempt, null));
    }

    /** The page with a contact in plain words. */
    MatterPage page(Actor actor, Matter matter, Plain plain) {
        return page(actor, matter, new Wish(null, null, plain));
    }

    /** Which step is to be open, after which attempt, with which contact. */
    private record Wish(@Nullable String step, @Nullable Attempt attempt, @Nullable Plain plain) {}

    private MatterPage page(Actor actor, Matter matter, Wish wish) {
        var wanted = wish.step();
        var attempt = wish.attempt();
        var offered = offered(actor, matter);
        var open = wanted != null && offered.contains(wanted) ? wanted : first(offered);
        boolean same = attempt != null && attempt.typed().step().equals(open);
        var life = matters.timeline(matter);
        var form = open == null ? null : form(actor, matter, open, same ? attempt : null);
        var running = promises.of(matter);
        return new MatterPage(
                actor,
                matter,
                new Names(units.tree(matter.county())),
                new CategoryNames(categories.tree(matter.county())),
                running,
                unsureYear(matter.county(), running),
                matters.parts(matter),
                life.reversed(),
                people(actor, matter, wish.plain()),
                projects(actor, matter),
                beside(actor, matter),
                form,
                offered.stream().filter(step -> !step.equals(open)).toList(),
                attempt == null || attempt.refused() == null
                        ? null
                        : trouble(attempt, attempt.refused(), life, same));
    }

    private @Nullable Integer unsureYear(int county, List<Promises.Grounded> running) {
        var calendar = calendars.of(county);
        return running.stream()
                .flatMap(each -> Stream.ofNullable(each.promise().due()))
                .map(due -> Zones.day(due.minusNanos(1)).getYear())
                .filter(year -> !calendar.covers(year))
                .findFirst()
                .orElse(null);
    }

    private MatterPage.Projects projects(Actor actor, Matter matter) {
        var lines =
                projects.orderedStream()
                        .flatMap(each -> each.ofMatter(actor, matter.id()).stream())
                        .toList();
        var offer =
                projects.orderedStream()
                        .filter(_ -> matter.open())
                        .flatMap(each -> each.offer(actor, matter.id(), matter.number()).stream())
                        .findFirst();
        return new MatterPage.Projects(lines, offer.orElse(null));
    }

    private List<BesideMatter.Block> beside(Actor actor, Matter matter) {
        return beside.orderedStream()
                .flatMap(each -> each.of(actor, matter.id(), matter.number()).stream())
                .toList();
    }

    private static @Nullable String first(List<String> offered) {
        return offered.isEmpty() ? null : offered.getFirst();
    }

    List<String> offered(Actor actor, Matter matter) {
        boolean above = matters.above(matter).isPresent();
        boolean below = matters.below(matter).isPresent();
        return new StepMenu(actor, matter, above, below).order(matters.allowed(actor, matter));
    }

    private MatterPage.People people(Actor actor, Matter matter, @Nullable Plain plain) {
        return new MatterPage.People(
                requesters.list(actor, matter),
                Scope.of(actor).contacts() && matter.open(),
                actor.is(
                        Role.PHONE_DESK,
                        Role.VILLAGE_CLERK,
                        Role.TOWNSHIP_CLERK,
                        Role.COUNTY_CLERK),
                plain == null ? null : plain.contact(),
                plain == null ? null : plain.of());
    }

    private static MatterPage.Trouble trouble(
            Attempt attempt, Refused refused, List<TimelineLine> life, boolean same) {
        var since = life.stream().filter(line -> line.seq() > attempt.version()).toList();
        var texts = same ? List.<String>of() : attempt.typed().texts();
        return new MatterPage.Trouble(new Word(refused.word(), refused.arguments()), since, texts);
    }

    private StepView form(Actor actor, Matter matter, String step, @Nullable Attempt attempt) {
        var form = StepForm.find(step).orElseThrow();
        boolean stale = attempt != null && attempt.refused() != null;
        var typed = attempt == null ? offers.first(actor, matter, step) : attempt.typed();
        var names = new Names(units.tree(matter.county()));
        return new StepView(
                form,
                attempt == null || stale ? matter.version() : attempt.version(),
                attempt == null || stale ? Ids.next() : attempt.command(),
                typed,
                attempt == null ? Map.of() : attempt.faults(),
                has(form, StepInput.Type.UNIT) ? dispatchable(names, matter) : List.of(),
                has(form, StepInput.Type.UNITS) ? everywhere(names) : List.of(),
                phrases.of(actor).stream().map(PhraseStore.Phrase::text).toList(),
                hints(form, matter),
                new CategoryNames(categories.tree(matter.county())),
                offers.of(actor, matter, form, typed),
                form.inputs().contains(StepForm.DUTY) ? duties.pick(matter, typed) : null);
    }

    private Map<String, Rule> hints(StepForm form, Matter matter) {
        var today = Zones.day(clock.instant());
        return form.step().equals("Dispatch")
                ? Map.of("term", promises.finish(matter, today))
                : Map.of();
    }

    private static boolean has(StepForm form, StepInput.Type type) {
        return form.inputs().stream().anyMatch(input -> input.type() == type);
    }

    private static List<Choice> dispatchable(Names names, Matter matter) {
        var holder = matter.parties().holder();
        var choices = new ArrayList<>(names.below(holder.path()));
        choices.removeIf(choice -> choice.value().equals(holder.unit().toString()));
        return choices;
    }

    private static List<Choice> everywhere(Names names) {
        return names.tree().root().map(root -> names.below(root.path())).orElse(List.of());
    }

    /** What was refused by law has a text that the resident reads; nobody has to write it. */
    Typed told(Actor actor, Typed typed) {
        var word = "life.decline." + typed.first("reason") + ".told";
        boolean silent = typed.step().equals("Decline") && typed.first("told").isEmpty();
        return silent && words.has(word)
                ? typed.with("told", words.text(actor.county(), Locale.CHINESE, word))
                : typed;
    }

    /** Checks what was typed for a step on this matter. */
    StepCheck check(Actor actor, Matter matter, Typed typed) {
        var tree = units.tree(matter.county());
        var within = matter.parties().holder().path();
        return new StepCheck(
                typed,
                tree,
                within,
                number -> find(actor, number) != null,
                code -> categories.find(matter.county(), code).filter(Category::live).isPresent());
    }

    /** What the checked answers are read from. */
    Answers answers(Actor actor, Matter matter, Typed typed) {
        var into = typed.first("into");
        var other = into.isEmpty() ? null : find(actor, into);
        return new Answers(typed, units.tree(matter.county()), actor.unit(), matter.about(), other);
    }

    private @Nullable Matter find(Actor actor, String number) {
        try {
            return matters.get(actor, number);
        } catch (Refused _) {
            return null;
        }
    }
}
