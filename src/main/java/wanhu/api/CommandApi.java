package wanhu.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;
import wanhu.api.Views.Reported;
import wanhu.api.Views.StepTaken;
import wanhu.base.Actor;
import wanhu.base.Word;
import wanhu.exchange.Arrivals;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Matters;
import wanhu.matter.Taking;
import wanhu.people.OwnOrigin;
import wanhu.token.ApiRoute;
import wanhu.token.Body;
import wanhu.token.Needs;
import wanhu.token.Once;
import wanhu.token.Problem;
import wanhu.token.Reach;
import wanhu.workbench.StepDesk;

/** Changes something for programs: reports and steps, each of them one command, once. */
@Controller
@RequestMapping(path = ApiRoute.ROOT + "/matters", produces = APPLICATION_JSON_VALUE)
class CommandApi implements ApiRoute {
    private final Matters matters;
    private final StepDesk steps;
    private final HandedIn handedIn;
    private final Once once;
    private final OwnOrigin origin;
    private final JsonMapper json;

    CommandApi(
            Matters matters,
            StepDesk steps,
            HandedIn handedIn,
            Once once,
            OwnOrigin origin,
            JsonMapper json) {
        this.matters = matters;
        this.steps = steps;
        this.handedIn = handedIn;
        this.once = once;
        this.origin = origin;
        this.json = json;
    }

    /** What a resident wants, as a program hands it in. */
    record ReportBody(
            Kind kind,
            String category,
            String place,
            String text,
            @Nullable String title,
            @Nullable String spot,
            @Nullable String name,
            @Nullable String phone,
            @Nullable Boolean danger,
            @Nullable Boolean secret,
            @Nullable Boolean publish,
            @Nullable String origin,
            @Nullable Channel channel) {}

    /** Why somebody wants back what was handed over. */
    record BackBody(String reason) {}

    @Needs(value = Reach.MATTERS_WRITE, gives = 201, takes = ReportBody.class)
    @Asks(Questions.NONE)
    @Commanded
    @PostMapping
    ResponseEntity<Reported> reportMatter(Actor actor, HttpServletRequest request) {
        var body = Body.of(request);
        Questions.NONE.read(request);
        var sent = Once.Sent.of(request, body);
        var report = handedIn.read(sent.caller(), body);
        var wish = handedIn.wish(actor, report);
        var kept =
                json.readValue(
                        once.answer(
                                sent,
                                command ->
                                        json.writeValueAsString(
                                                handedIn.send(
                                                        sent.caller(),
                                                        wish.with(command),
                                                        report))),
                        HandedIn.Kept.class);
        var code = handedIn.code(actor, kept);
        var page = origin.of(request) + "/m/" + code;
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", ApiRoute.ROOT + "/matters/" + kept.number())
                .body(new Reported(kept.matter(), kept.number(), code, page));
    }

    /** 撤回: who handed a matter over takes it back, as long as it is not answered. */
    @Needs(value = Reach.MATTERS_WRITE, takes = BackBody.class)
    @Asks(Questions.NONE)
    @Commanded
    @PostMapping("/{number}/withdrawal")
    ResponseEntity<StepTaken> takeBackMatter(
            Actor actor, @PathVariable String number, HttpServletRequest request) {
        matters.get(actor, number);
        var body = Body.of(request);
        Questions.NONE.read(request);
        var reason = HandedIn.reason(body.as(BackBody.class));
        var sent = Once.Sent.of(request, body);
        var answer =
                once.answer(
                        sent,
                        command -> {
                            var token = sent.caller().token();
                            var back = new Arrivals.Back(token, command, reason);
                            var after = handedIn.takeBack(sent.caller(), number, back);
                            return json.writeValueAsString(Shown.taken(after, "Withdraw"));
                        });
        var taken = json.readValue(answer, StepTaken.class);
        return ResponseEntity.ok().eTag(Version.tag(taken.version())).body(taken);
    }

    /** Takes a step as the page of the matter does, by the same forms, checks and door. */
    @Needs(value = Reach.MATTERS_WRITE, takes = StepDesk.Asked.class)
    @Asks(Questions.NONE)
    @Commanded
    @PostMapping("/{number}/steps/{step}")
    ResponseEntity<StepTaken> takeStep(
            Actor actor,
            @PathVariable String number,
            @PathVariable String step,
            HttpServletRequest request) {
        matters.get(actor, number);
        var asked = StepDesk.asked(step);
        var body = Body.of(request);
        Questions.NONE.read(request);
        int version = Version.seen(request);
        var values = StepBody.read(body, asked);
        var answer =
                once.answer(
                        Once.Sent.of(request, body),
                        command ->
                                taken(actor, new Wanted(number, step, version, command), values));
        var taken = json.readValue(answer, StepTaken.class);
        return ResponseEntity.ok().eTag(Version.tag(taken.version())).body(taken);
    }

    private record Wanted(String number, String step, int version, UUID command) {}

    private String taken(Actor actor, Wanted wanted, Map<String, List<String>> values) {
        var matter = matters.get(actor, wanted.number());
        var read = steps.read(actor, matter, wanted.step(), values);
        var step = read.step().orElseThrow(() -> faulty(read.faults()));
        var after =
                matters.take(
                        new By.Staff(actor),
                        new Taking(
                                matter.county(),
                                matter.id(),
                                wanted.version(),
                                wanted.command(),
                                step,
                                null,
                                null));
        return json.writeValueAsString(Shown.taken(after, wanted.step()));
    }

    private static Problem faulty(Map<String, Word> faults) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                faults.entrySet().stream()
                        .map(each -> new Problem.Fault(each.getKey(), each.getValue()))
                        .toList());
    }
}
