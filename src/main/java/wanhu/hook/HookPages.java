package wanhu.hook;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;

/** Whom the tokens of a person call, how that went, and calling again by hand. */
@Controller
@ForMatters
@RequestMapping("/hooks")
class HookPages {
    private final Hooks hooks;

    HookPages(Hooks hooks) {
        this.hooks = hooks;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return Html.page("hook/list", new HooksPage(hooks.own(actor)));
    }

    @GetMapping("/{hook}")
    ModelAndView show(Actor actor, @PathVariable UUID hook) {
        var own = hooks.own(actor, hook);
        return Html.page("hook/one", new HookPage(own, hooks.deliveries(own)));
    }

    @PostMapping("/{hook}/calls/{call}/again")
    ModelAndView again(Actor actor, @PathVariable UUID hook, @PathVariable UUID call) {
        hooks.replay(actor, hooks.own(actor, hook), call);
        return Html.redirect("/hooks/" + hook + "?said=hook.said.again");
    }

    @PostMapping("/{hook}/end")
    ModelAndView end(Actor actor, @PathVariable UUID hook) {
        hooks.end(actor, hooks.own(actor, hook));
        return Html.redirect("/hooks?said=hook.said.ended");
    }
}

/** Page of who is called. */
record HooksPage(List<Hook> hooks) {}

/** Page of one, with its newest calls. */
record HookPage(Hook hook, List<Delivery> calls) {
    /** How many wait to be tried again, and how many were given up. */
    long in(Delivery.State state) {
        return calls.stream().filter(call -> call.done().state() == state).count();
    }

    /** How the state of a call looks. */
    String look(Delivery call) {
        return switch (call.done().state()) {
            case TAKEN -> "done";
            case WAITING -> "soon";
            case GIVEN_UP -> "late";
        };
    }
}
