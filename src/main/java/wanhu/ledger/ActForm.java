package wanhu.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.life.Matter;

/**
 * What somebody typed into one of the forms of a project; kept when it is refused.
 *
 * @param act which form was sent
 * @param reached positions of milestones
 * @param on the day on which it was so
 * @param matter number of a matter to be linked
 */
record ActForm(
        @Nullable String act,
        @Nullable Integer version,
        @Nullable UUID command,
        @Nullable String text,
        @Nullable Boolean publicly,
        @Nullable List<@Nullable Integer> reached,
        @Nullable String spent,
        @Nullable String on,
        @Nullable String asked,
        @Nullable String satisfied,
        @Nullable String matter) {
    static final ActForm EMPTY =
            new ActForm(null, null, null, null, null, null, null, null, null, null, null);

    /** Whether the form of that act was sent, and so stands open. */
    boolean sent(String name) {
        return name.equals(act);
    }

    /** Text of a field of the form that was sent; empty in the other forms. */
    String shown(String name, @Nullable String typed) {
        return sent(name) && typed != null ? typed : "";
    }

    boolean ticked(Milestone milestone) {
        return reached != null && reached.contains(milestone.position());
    }

    /**
     * The act that was typed.
     *
     * @param matters finds a matter by its number
     * @throws Refused INVALID when something is missing or can't be read
     */
    Act read(Function<String, Matter> matters) {
        return switch (Typed.text(act)) {
            case "Claim" -> new Act.Claim();
            case "Link" -> link(matters);
            case "Choose" -> new Act.Choose(Typed.text(text));
            case "Start" -> new Act.Start(Typed.text(text));
            case "Report" -> report();
            case "Finish" -> new Act.Finish(Typed.text(text));
            case "Check" ->
                    new Act.Check(
                            Typed.number(asked, "ledger.refused.number"),
                            Typed.number(satisfied, "ledger.refused.number"),
                            Typed.text(text));
            case "Reopen" -> new Act.Reopen(Typed.text(text));
            case "StrikeOff" -> new Act.StrikeOff(Typed.text(text));
            case "Drop" -> new Act.Drop(Typed.text(text));
            default -> throw new Refused(Kind.INVALID, "ledger.refused.act");
        };
    }

    private Act link(Function<String, Matter> matters) {
        var found = matters.apply(Typed.text(matter));
        return new Act.Link(found.id(), found.number());
    }

    private Act report() {
        var positions = new HashSet<Integer>();
        if (reached != null) {
            reached.stream().filter(Objects::nonNull).forEach(positions::add);
        }
        return new Act.Report(
                Typed.text(text),
                Boolean.TRUE.equals(publicly),
                positions,
                Typed.yuan(spent),
                Typed.day(on, "ledger.refused.date"));
    }
}
