package wanhu.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import wanhu.api.Views.FieldAsked;
import wanhu.api.Views.MatterRow;
import wanhu.api.Views.MatterWhole;
import wanhu.api.Views.Piece;
import wanhu.api.Views.StepAsked;
import wanhu.api.Views.TimelineRow;
import wanhu.base.Actor;
import wanhu.exchange.Arrivals;
import wanhu.life.Matter;
import wanhu.matter.MatterLists;
import wanhu.matter.Matters;
import wanhu.matter.Promises;
import wanhu.token.ApiRoute;
import wanhu.token.Caller;
import wanhu.token.Needs;
import wanhu.token.Reach;
import wanhu.workbench.StepDesk;

/** Reads matters for programs: what the post of the token sees, and nothing else. */
@Controller
@RequestMapping(path = ApiRoute.ROOT + "/matters", produces = APPLICATION_JSON_VALUE)
class MatterApi implements ApiRoute {
    private final MatterLists lists;
    private final Matters matters;
    private final Promises promises;
    private final StepDesk steps;
    private final MatterFinder finder;
    private final Shown shown;
    private final Arrivals arrivals;

    MatterApi(
            MatterLists lists,
            Matters matters,
            Promises promises,
            StepDesk steps,
            MatterFinder finder,
            Shown shown,
            Arrivals arrivals) {
        this.lists = lists;
        this.matters = matters;
        this.promises = promises;
        this.steps = steps;
        this.finder = finder;
        this.shown = shown;
        this.arrivals = arrivals;
    }

    @Needs(Reach.MATTERS_READ)
    @Asks(Questions.MATTERS)
    @GetMapping
    ResponseEntity<Piece<MatterRow>> listMatters(Actor actor, HttpServletRequest request) {
        var query = finder.query(actor, Questions.MATTERS.read(request));
        var piece = lists.list(actor, query);
        var next = piece.next();
        return ResponseEntity.ok(
                new Piece<>(
                        shown.shown(actor.county(), piece.rows()),
                        next == null ? null : next.text()));
    }

    /** With its version as an entity tag, which the next step names. */
    @Needs(Reach.MATTERS_READ)
    @Asks(Questions.NONE)
    @GetMapping("/{number}")
    ResponseEntity<MatterWhole> readMatter(
            Actor actor, @PathVariable String number, HttpServletRequest request) {
        Questions.NONE.read(request);
        var matter = matters.get(actor, number);
        return ResponseEntity.ok()
                .eTag(Version.tag(matter.version()))
                .body(
                        shown.whole(
                                matter,
                                promises.of(matter),
                                matters.parts(matter),
                                arrivals.reason(matter, Caller.of(request).token()).orElse(null)));
    }

    @Needs(Reach.MATTERS_READ)
    @Asks(Questions.NONE)
    @GetMapping("/{number}/timeline")
    ResponseEntity<Piece<TimelineRow>> readTimeline(
            Actor actor, @PathVariable String number, HttpServletRequest request) {
        Questions.NONE.read(request);
        var matter = matters.get(actor, number);
        return tagged(matter, shown.timeline(matter, matters.timeline(matter)));
    }

    /** What the post may do now, and what each step asks for. */
    @Needs(Reach.MATTERS_READ)
    @Asks(Questions.NONE)
    @GetMapping("/{number}/steps")
    ResponseEntity<Piece<StepAsked>> listSteps(
            Actor actor, @PathVariable String number, HttpServletRequest request) {
        Questions.NONE.read(request);
        var matter = matters.get(actor, number);
        return tagged(matter, steps.offered(actor, matter).stream().map(MatterApi::asked).toList());
    }

    private static <T> ResponseEntity<Piece<T>> tagged(Matter matter, List<T> items) {
        return ResponseEntity.ok()
                .eTag(Version.tag(matter.version()))
                .body(new Piece<>(items, null));
    }

    private static StepAsked asked(StepDesk.Asked asked) {
        return new StepAsked(
                asked.step(),
                asked.inputs().stream()
                        .map(input ->
                                new FieldAsked(
                                        input.name(),
                                        input.type(),
                                        input.required(),
                                        input.max(),
                                        input.options()))
                        .toList());
    }
}
