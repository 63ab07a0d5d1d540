package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Words;
import wanhu.matter.MatterLine;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.Choice;
import wanhu.vault.Phone;

/**
 * What helps while somebody speaks on the phone: her own open matters by the keyed digest of her
 * phone – no history of a person, no count – and what was written down, to be read to her.
 */
@Controller
@For({
    Role.PHONE_DESK,
    Role.VILLAGE_CLERK,
    Role.GRID_WORKER,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK
})
class CallerPages {
    /** Why a caller's matters are looked for; the words stand in the record of acts. */
    static final List<String> PURPOSES = List.of("status", "more", "same");

    private static final String PURPOSE = "intake.caller.purpose.";

    private final CallerMatters caller;
    private final Places places;
    private final Units units;
    private final Words words;

    CallerPages(CallerMatters caller, Places places, Units units, Words words) {
        this.caller = caller;
        this.places = places;
        this.units = units;
        this.words = words;
    }

    /**
     * The caller's open matters.
     *
     * @param rows the latest first
     * @param no why none were looked for; null when they were
     */
    record CallerPage(List<Row> rows, @Nullable Refused no) {
        /** One of them, with who has it now. */
        record Row(MatterLine line, String holder) {}
    }

    @PostMapping("/desk/new/caller")
    ModelAndView caller(
            Actor actor,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "status") String purpose,
            Locale locale) {
        return Html.page("intake/deskCaller", page(actor, phone, why(purpose, locale)));
    }

    private CallerPage page(Actor actor, String phone, String why) {
        if (Phone.find(phone).isEmpty()) {
            var no = new Refused(Refused.Kind.INVALID, "intake.caller.phone");
            return new CallerPage(List.of(), no);
        }
        try {
            var tree = units.tree(actor.county());
            var rows =
                    caller.open(actor, phone, why).stream()
                            .map(each ->
                                    new CallerPage.Row(
                                            each,
                                            tree.find(each.holder()).map(Unit::name).orElse("")))
                            .toList();
            return new CallerPage(rows, null);
        } catch (Refused no) {
            return new CallerPage(List.of(), no);
        }
    }

    private String why(String purpose, Locale locale) {
        return words.text(
                locale, PURPOSE + (PURPOSES.contains(purpose) ? purpose : PURPOSES.getFirst()));
    }

    /** The purposes as choices. */
    static List<Choice> purposes(wanhu.shell.Screen screen) {
        return PURPOSES.stream().map(each -> new Choice(each, screen.t(PURPOSE + each))).toList();
    }

    /** What to read to the caller, and what to ask her yet. */
    @PostMapping("/desk/new/readback")
    ModelAndView readBack(HttpServletRequest request, Locale locale) {
        var form = DeskForm.of(request);
        var place = places.find(form.draft().place()).map(Places.Place::name).orElse("");
        return Html.page("intake/deskRead", ReadBack.of(form, place, words, locale));
    }
}
