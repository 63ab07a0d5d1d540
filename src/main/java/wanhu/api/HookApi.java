package wanhu.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import wanhu.api.Views.DeliveryRow;
import wanhu.api.Views.HookMade;
import wanhu.api.Views.HookRow;
import wanhu.api.Views.Piece;
import wanhu.base.Actor;
import wanhu.hook.Delivery;
import wanhu.hook.Hook;
import wanhu.hook.HookEvent;
import wanhu.hook.Hooks;
import wanhu.token.ApiRoute;
import wanhu.token.Body;
import wanhu.token.Caller;
import wanhu.token.Needs;
import wanhu.token.Problem;
import wanhu.token.Reach;

/** Sets up calls to another system, and tells how they went. */
@Controller
@RequestMapping(path = ApiRoute.ROOT + "/hooks", produces = APPLICATION_JSON_VALUE)
class HookApi implements ApiRoute {
    private final Hooks hooks;

    HookApi(Hooks hooks) {
        this.hooks = hooks;
    }

    /** Whom to call for what. */
    record HookBody(String address, List<String> events) {}

    @Needs(Reach.HOOKS_MANAGE)
    @Asks(Questions.NONE)
    @GetMapping
    ResponseEntity<Piece<HookRow>> listHooks(HttpServletRequest request) {
        Questions.NONE.read(request);
        var rows = hooks.list(Caller.of(request)).stream().map(HookApi::row).toList();
        return ResponseEntity.ok(new Piece<>(rows, null));
    }

    /** The secret is shown this once. */
    @Needs(value = Reach.HOOKS_MANAGE, gives = 201, takes = HookBody.class)
    @Asks(Questions.NONE)
    @PostMapping
    ResponseEntity<HookMade> makeHook(Actor actor, HttpServletRequest request) {
        var body = Body.of(request).as(HookBody.class);
        Questions.NONE.read(request);
        if (body.address() == null || body.events() == null) {
            throw Problem.invalid(
                    body.address() == null ? "address" : "events", "api.fault.missing");
        }
        var events = new HashSet<HookEvent>();
        body.events()
                .forEach(each ->
                        events.add(
                                HookEvent.find(String.valueOf(each))
                                        .orElseThrow(() ->
                                                Problem.invalid(
                                                        "events",
                                                        "api.fault.value",
                                                        Problem.shown(String.valueOf(each))))));
        var made = hooks.make(actor, Caller.of(request), body.address(), events);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", ROOT + "/hooks/" + made.hook().id())
                .body(new HookMade(row(made.hook()), made.secret()));
    }

    @Needs(Reach.HOOKS_MANAGE)
    @Asks(Questions.NONE)
    @GetMapping("/{hook}")
    ResponseEntity<HookRow> readHook(@PathVariable UUID hook, HttpServletRequest request) {
        Questions.NONE.read(request);
        return ResponseEntity.ok(row(hooks.get(Caller.of(request), hook)));
    }

    @Needs(value = Reach.HOOKS_MANAGE, gives = 204)
    @Asks(Questions.NONE)
    @DeleteMapping("/{hook}")
    ResponseEntity<Void> endHook(Actor actor, @PathVariable UUID hook, HttpServletRequest request) {
        Questions.NONE.read(request);
        hooks.end(actor, hooks.get(Caller.of(request), hook));
        return ResponseEntity.noContent().build();
    }

    /** A new secret; the old one signs too for a day. */
    @Needs(Reach.HOOKS_MANAGE)
    @Asks(Questions.NONE)
    @PostMapping("/{hook}/secret")
    ResponseEntity<HookMade> renewSecret(
            Actor actor, @PathVariable UUID hook, HttpServletRequest request) {
        Questions.NONE.read(request);
        var made = hooks.rotate(actor, hooks.get(Caller.of(request), hook));
        return ResponseEntity.ok(new HookMade(row(made.hook()), made.secret()));
    }

    @Needs(Reach.HOOKS_MANAGE)
    @Asks(Questions.NONE)
    @GetMapping("/{hook}/deliveries")
    ResponseEntity<Piece<DeliveryRow>> listDeliveries(
            @PathVariable UUID hook, HttpServletRequest request) {
        Questions.NONE.read(request);
        var found = hooks.deliveries(hooks.get(Caller.of(request), hook));
        return ResponseEntity.ok(new Piece<>(found.stream().map(HookApi::row).toList(), null));
    }

    /** Calls again under the same id. */
    @Needs(Reach.HOOKS_MANAGE)
    @Asks(Questions.NONE)
    @PostMapping("/{hook}/deliveries/{delivery}/replay")
    ResponseEntity<DeliveryRow> replayDelivery(
            Actor actor,
            @PathVariable UUID hook,
            @PathVariable UUID delivery,
            HttpServletRequest request) {
        Questions.NONE.read(request);
        return ResponseEntity.ok(
                row(hooks.replay(actor, hooks.get(Caller.of(request), hook), delivery)));
    }

    private static HookRow row(Hook hook) {
        return new HookRow(
                hook.id(),
                hook.address(),
                hook.events().stream().map(HookEvent::text).sorted().toList(),
                hook.made());
    }

    private static DeliveryRow row(Delivery delivery) {
        var news = delivery.news();
        var done = delivery.done();
        return new DeliveryRow(
                delivery.id(),
                news.event().text(),
                news.number(),
                news.version(),
                news.at(),
                done.state(),
                done.attempts(),
                done.next(),
                done.status(),
                done.fault());
    }
}
