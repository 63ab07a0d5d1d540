package wanhu.workbench;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.life.Kind;
import wanhu.life.Matter;

/**
 * In which order the allowed steps are offered: what makes most sense now first. Takes none away
 * but those that can only be refused, such as granting an extension that nobody asked for.
 *
 * @param above whether there is a level to which the holder can raise it
 * @param below whether there is a level to which the holder can hand it back
 */
record StepMenu(Actor actor, Matter matter, boolean above, boolean below) {
    /** The steps to offer, the next sensible one first. */
    List<String> order(Set<String> allowed) {
        var possible = allowed.stream().filter(this::possible).toList();
        return Stream.concat(first().filter(possible::contains), possible.stream())
                .distinct()
                .toList();
    }

    private boolean possible(String step) {
        var tally = matter.tally();
        var privacy = matter.about().privacy();
        return StepForm.find(step).isPresent()
                && switch (step) {
                    case "GrantExtension", "RefuseExtension" -> tally.extension() != null;
                    case "AskExtension" -> tally.extension() == null && !tally.extended();
                    case "AskReturn" -> !tally.designated();
                    case "ConfirmUrgent" -> tally.urgent();
                    case "Escalate", "EscalateUrgently" -> above;
                    case "HandBack" -> below;
                    case "Publish" ->
                            privacy.publishable()
                                    && !privacy.secret()
                                    && !matter.ending().published();
                    case "Unpublish" -> matter.ending().published();
                    default -> true;
                };
    }

    private Stream<String> first() {
        boolean village = actor.is(Role.VILLAGE_CLERK, Role.GRID_WORKER, Role.DEPARTMENT_CLERK);
        return switch (matter.stage()) {
            case REGISTERED ->
                    matter.about().kind() == Kind.INQUIRY
                            ? Stream.of("AnswerAtOnce", "TakeOn", "Admit")
                            : village
                                    ? Stream.of("TakeOn", "Escalate", "Admit")
                                    : Stream.of("Admit", "TakeOn");
            case SUPPLEMENT -> Stream.of("Supplement", "Contact");
            case ADMITTED -> Stream.of("Dispatch", "TakeOn");
            case DISPATCHED -> Stream.of("Sign", "AskReturn", "Recall");
            case RETURN_ASKED -> Stream.of("Dispatch", "RefuseReturn", "TakeOn");
            case IN_PROGRESS, PLANNED -> working();
            case CONSULTING -> Stream.of("CoReport", "ConcludeConsultation", "Progress");
            case PARKED -> Stream.of("Resume", "Progress");
            case ESCALATED ->
                    matter.tally().urgent()
                            ? Stream.of("ConfirmUrgent", "Dispatch", "TakeOn")
                            : Stream.of("Dispatch", "TakeOn", "PlanFor", "Escalate", "HandBack");
            case REVIEW -> Stream.of("Approve", "SendBack");
            case FOLLOW_UP -> Stream.of("FollowUp", "FailToReach", "Close");
            case CLOSED, ARCHIVED, DECLINED, REFERRED, MERGED, WITHDRAWN -> Stream.of("Publish");
        };
    }

    private Stream<String> working() {
        var answer = Stream.of("Reply", "Progress");
        var contact = matter.tally().contacted() ? Stream.<String>empty() : Stream.of("Contact");
        return Stream.of(Stream.of("GrantExtension", "CoReport"), contact, answer)
                .flatMap(each -> each);
    }
}
