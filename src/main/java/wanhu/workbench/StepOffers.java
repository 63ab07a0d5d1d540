package wanhu.workbench;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.life.Matter;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.suggest.Offer;
import wanhu.suggest.Offers;
import wanhu.suggest.Suggestions;

/** What is suggested beside the form of a step: a category to sort by, a unit to send to. */
@Component
class StepOffers {
    private final Offers offers;
    private final Units units;
    private final ObjectProvider<StepDraft> drafts;

    StepOffers(Offers offers, Units units, ObjectProvider<StepDraft> drafts) {
        this.offers = offers;
        this.units = units;
        this.drafts = drafts;
    }

    /** What stands in the form of a step before anybody typed. */
    Typed first(Actor actor, Matter matter, String step) {
        var typed = Typed.first(step, matter);
        for (var draft : drafts.orderedStream().toList()) {
            for (var each : draft.of(actor, matter.id(), step).entrySet()) {
                typed = typed.with(each.getKey(), each.getValue());
            }
        }
        return typed;
    }

    /** Nothing for a step that asks for neither. */
    Offer of(Actor actor, Matter matter, StepForm form, Typed typed) {
        for (StepInput input : form.inputs()) {
            if (input.type() == StepInput.Type.CATEGORY) {
                return offers.categories(asked(actor, matter), field(form, input))
                        .chosen(typed.first(input.name()));
            }
            if (input.type() == StepInput.Type.UNIT) {
                return offers.units(
                                asked(actor, matter),
                                work(matter),
                                field(form, input),
                                unit -> below(matter, unit))
                        .chosen(typed.first(input.name()));
            }
        }
        return Offer.NOTHING;
    }

    private static String field(StepForm form, StepInput input) {
        return "f-" + form.step() + "-" + input.name();
    }

    private static Offers.Asked asked(Actor actor, Matter matter) {
        return new Offers.Asked(actor, text(matter), matter.about().placePath(), matter.id());
    }

    private static Suggestions.Work work(Matter matter) {
        var about = matter.about();
        return new Suggestions.Work(
                matter.county(), about.category(), text(matter), about.placeUnit());
    }

    private static String text(Matter matter) {
        return matter.about().title() + "\n" + matter.about().body();
    }

    /** Only below the unit that holds a matter can it be sent. */
    private boolean below(Matter matter, UUID unit) {
        var holder = matter.parties().holder();
        return !holder.unit().equals(unit)
                && units.tree(matter.county())
                        .find(unit)
                        .map(Unit::path)
                        .filter(holder.path()::contains)
                        .isPresent();
    }
}
