package wanhu.matter;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import wanhu.base.PersonalData;
import wanhu.base.Refused;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Step;

/**
 * What residents or the public will read carries nobody's identity, phone or card number (domain
 * line: redaction check).
 */
@Component
class AnswerGate implements StepGate {
    @Override
    public void check(By by, Matter matter, Step step, Instant now) {
        for (String text : texts(step)) {
            var found = PersonalData.find(text);
            if (!found.isEmpty()) {
                var first = found.getFirst();
                throw new Refused(
                        Refused.Kind.RULE,
                        "matter.refused.personal-data",
                        found.size(),
                        text.substring(first.from(), first.until()));
            }
        }
    }

    private static List<String> texts(Step step) {
        return switch (step) {
            case Step.Reply s -> List.of(s.answer());
            case Step.AnswerAtOnce s -> List.of(s.answer());
            case Step.Progress s -> List.of(s.told());
            case Step.Publish s -> List.of(s.title(), s.text(), s.answer());
            case Step _ -> List.of();
        };
    }
}
