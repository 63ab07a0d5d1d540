package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.matter.Receipt;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** Where staff write down what a resident says on the phone, at the counter or on a visit. */
@Controller
@For({
    Role.PHONE_DESK,
    Role.VILLAGE_CLERK,
    Role.GRID_WORKER,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK
})
class OnBehalfPages implements MenuSource {
    private final Registering registering;
    private final Followed followed;
    private final Mine mine;
    private final CallerMatters caller;

    OnBehalfPages(Registering registering, CallerMatters caller, Followed followed, Mine mine) {
        this.registering = registering;
        this.caller = caller;
        this.followed = followed;
        this.mine = mine;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("intake.menu.new", "/desk/new", 120, Registering::may),
                new MenuEntry("intake.menu.import", "/desk/import", 130, FileImportPages::may));
    }

    /** The empty form. */
    @GetMapping("/desk/new")
    ModelAndView form(Actor actor, HttpServletRequest request, Locale locale) {
        var page = registering.page(actor, DeskForm.of(request), List.of(), locale);
        return Html.page("intake/deskNew", page);
    }

    /** What may be the same, while it is being typed. */
    @PostMapping("/desk/new/alike")
    ModelAndView alike(Actor actor, HttpServletRequest request) {
        return Html.page("intake/deskAlike", registering.alike(actor, DeskForm.of(request)));
    }

    /** Writes it down; shows the form again with its faults, or once with what may be the same. */
    @PostMapping("/desk/new")
    ModelAndView send(Actor actor, HttpServletRequest request, Locale locale) {
        var form = DeskForm.of(request);
        var given = registering.given(actor, form);
        if (given.isPresent()) {
            return receipt(given.get());
        }
        boolean adds = form.call().adds();
        var faults = adds ? caller.faults(form) : registering.faults(actor, form);
        if (!faults.isEmpty()) {
            var page = registering.page(actor, form, faults, locale);
            return Html.page("intake/deskNew", page, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!adds && registering.unseen(actor, form)) {
            return Html.page("intake/deskNew", registering.page(actor, form, List.of(), locale));
        }
        try {
            if (adds) {
                caller.add(actor, form, locale);
                return Html.redirect("/desk/new?said=intake.said.added");
            }
            return receipt(registering.send(actor, form, locale));
        } catch (Refused no) {
            return again(actor, form, no, locale);
        }
    }

    private static ModelAndView receipt(Receipt receipt) {
        return Html.redirect("/desk/receipt/" + receipt.code());
    }

    /** What a rule refuses is said beside what was chosen, and nothing typed is lost. */
    private ModelAndView again(Actor actor, DeskForm form, Refused no, Locale locale) {
        return switch (no.kind()) {
            case INVALID, RULE, CONFLICT -> {
                var fault = Fault.of("act-0", no.word(), no.arguments().toArray());
                yield Html.page(
                        "intake/deskNew",
                        registering.page(actor, form, List.of(fault), locale),
                        HttpStatus.valueOf(no.kind().status()));
            }
            case FORBIDDEN, MISSING, TOO_LARGE, TOO_MANY, BUSY -> throw no;
        };
    }

    /** The receipt to read out or to print. */
    @GetMapping("/desk/receipt/{code}")
    ModelAndView receipt(Actor actor, @PathVariable String code, Locale locale) {
        return Html.page("intake/deskReceipt", mine.page(followed.get(actor, code), locale));
    }
}
