package wanhu.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.workbench.StepDraft;

/**
 * What another system answered stands in the form of the reply, and why it gave the matter back in
 * that of declining; a person reads and sends it.
 */
@Component
class ReturnedDraft implements StepDraft {
    private final Handovers handovers;

    ReturnedDraft(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public Map<String, String> of(Actor actor, UUID matter, String step) {
        return switch (step) {
            case "Reply" ->
                    last(actor, matter, Handover.State.ANSWERED)
                            .map(there -> Map.of("answer", there.answer()))
                            .orElse(Map.of());
            case "Decline" ->
                    last(actor, matter, Handover.State.RETURNED)
                            .map(ReturnedDraft::declining)
                            .orElse(Map.of());
            default -> Map.of();
        };
    }

    /** What they did not say is left to who fills in the form. */
    private static Map<String, String> declining(Handover.There there) {
        var draft = new HashMap<>(Map.of("reason", there.reason(), "told", there.answer()));
        draft.values().removeIf(String::isEmpty);
        return draft;
    }

    private Optional<Handover.There> last(Actor actor, UUID matter, Handover.State state) {
        return handovers.of(actor.county(), matter).stream()
                .findFirst()
                .filter(each -> each.state() == state)
                .map(Handover::there);
    }
}
