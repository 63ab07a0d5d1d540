package wanhu.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.matter.Matters;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/** Handing a matter over to another system, and what became of it. */
@Controller
@ForMatters
class ExchangePages {
    private final Handovers handovers;
    private final Partners partners;
    private final Letters letters;
    private final Matters matters;

    ExchangePages(Handovers handovers, Partners partners, Letters letters, Matters matters) {
        this.handovers = handovers;
        this.partners = partners;
        this.letters = letters;
        this.matters = matters;
    }

    /** What the post's unit handed over. */
    record ListPage(List<Handover> rows, List<Partner> partners) {
        boolean mayAskBack(Handover handover) {
            return Handovers.mayAskBack(handover)
                    && partners.stream()
                            .filter(each -> each.id().equals(handover.partner()))
                            .anyMatch(each -> each.language().givesBack());
        }

        /** Whether they may have what they did not take. */
        static boolean unsure(Handover handover) {
            return handover.state() == Handover.State.REFUSED && handover.posted().at() != null;
        }

        /** Whether they are asked for a number of theirs when it is tried again. */
        static boolean asksNumber(Handover handover) {
            return !handover.posted().token().isEmpty();
        }

        /** Why it stands still; that they may have it is said in words of its own. */
        static String fault(Handover handover) {
            var fault = handover.done().fault();
            return fault.startsWith(Returns.UNSURE)
                    ? fault.substring(Returns.UNSURE.length())
                    : fault;
        }

        /** How it stands there, in our words when it is a stage of ours. */
        static String there(Screen screen, Handover handover) {
            var state = handover.there().state();
            return Arrays.stream(Stage.values()).anyMatch(each -> each.name().equals(state))
                    ? screen.t("life.stage." + state)
                    : state;
        }

        String partner(Handover handover) {
            return HandoverBlock.name(handover, partners);
        }

        long stuck() {
            return rows.stream().filter(each -> each.state().stuck()).count();
        }
    }

    /** One line of what leaves: the field, and what stands in it there. */
    record Field(String name, String value) {
        String told(Screen screen) {
            return switch (name) {
                case "kind" -> screen.t("life.kind." + value);
                case "category", "place" -> screen.t("exchange.by-table");
                case "danger", "publish" -> screen.t("exchange.value." + value);
                default -> value;
            };
        }
    }

    /**
     * The form.
     *
     * @param may whether it can be handed over by this post now
     */
    record FormPage(
            Matter matter,
            List<Partner> partners,
            List<Field> fields,
            boolean may,
            String reason,
            @Nullable Refused refused) {
        List<Choice> choices() {
            return partners.stream()
                    .map(each -> new Choice(each.id().toString(), each.name()))
                    .toList();
        }

        @Nullable String fault(Screen screen) {
            return refused == null ? null : screen.t(refused.word(), refused.arguments().toArray());
        }
    }

    @GetMapping("/exchange")
    ModelAndView list(Actor actor) {
        return Html.page(
                "exchange/list",
                new ListPage(handovers.ofUnit(actor), partners.list(actor.county())));
    }

    @GetMapping("/exchange/matters/{number}")
    ModelAndView form(Actor actor, @PathVariable String number) {
        return Html.page("exchange/form", page(actor, number, "", null));
    }

    private FormPage page(Actor actor, String number, String reason, @Nullable Refused no) {
        var matter = matters.get(actor, number);
        var open = partners.list(actor.county()).stream().filter(Partner::active).toList();
        var plain = letters.of(matter, Mapping.read(1, "category.* = *\nunit.* = *"), 1);
        var fields =
                plain.body().entrySet().stream()
                        .map(each -> new Field(each.getKey(), each.getValue().toString()))
                        .toList();
        boolean may = handovers.may(actor, matter) && !open.isEmpty();
        return new FormPage(matter, open, may ? fields : List.of(), may, reason, no);
    }

    @PostMapping("/exchange/matters/{number}")
    ModelAndView handOver(
            Actor actor,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID partner,
            @RequestParam(defaultValue = "") String reason) {
        try {
            if (partner == null) {
                throw new Refused(Refused.Kind.INVALID, "exchange.refused.missing");
            }
            handovers.handOver(actor, number, partner, reason);
            return Html.redirect("/matters/" + number + "?said=exchange.said.handed");
        } catch (Refused no) {
            if (no.kind() != Refused.Kind.INVALID) {
                throw no;
            }
            return Html.page(
                    "exchange/form", page(actor, number, reason, no), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/exchange/handovers/{handover}/again")
    ModelAndView again(Actor actor, @PathVariable UUID handover) {
        return Html.redirect(
                handovers.again(actor, handover)
                        ? "/exchange?said=exchange.said.ask-on"
                        : "/exchange?said=exchange.said.again");
    }

    @PostMapping("/exchange/handovers/{handover}/end")
    ModelAndView end(Actor actor, @PathVariable UUID handover) {
        handovers.end(actor, handover);
        return Html.redirect("/exchange?said=exchange.said.ended");
    }

    @PostMapping("/exchange/handovers/{handover}/back")
    ModelAndView askBack(
            Actor actor,
            @PathVariable UUID handover,
            @RequestParam(defaultValue = "") String reason) {
        handovers.askBack(actor, handover, reason);
        return Html.redirect("/exchange?said=exchange.said.back");
    }

    /** The look of its tag. */
    static String look(Handover.State state) {
        return switch (state) {
            case WAITING, UNNUMBERED, SENT -> "act";
            case UNMAPPED, REFUSED, UNTOLD -> "overdue";
            case ANSWERED -> "done";
            case ASKED_BACK, RETURNED -> "soon";
            case TAKEN_BACK, ENDED -> "plain";
        };
    }
}
