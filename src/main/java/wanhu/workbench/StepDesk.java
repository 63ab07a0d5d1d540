package wanhu.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Word;
import wanhu.life.Matter;
import wanhu.life.Step;

/**
 * The door for programs that take a step: what each step asks for, checked as on the page of the
 * matter, by the same forms.
 */
@Service
public class StepDesk {
    private final MatterDesk desk;

    StepDesk(MatterDesk desk) {
        this.desk = desk;
    }

    /** A step with what it asks for. */
    public record Asked(String step, List<StepInput> inputs) {
        public Asked {
            inputs = List.copyOf(inputs);
        }
    }

    /** A step as it can be taken, or what is wrong by the name of the field. */
    public record Read(Optional<Step> step, Map<String, Word> faults) {
        public Read {
            faults = Map.copyOf(faults);
        }
    }

    /** All steps that staff can take. */
    public static Stream<Asked> all() {
        return StepForm.all().map(form -> new Asked(form.step(), form.inputs()));
    }

    /** The steps that the post may take on the matter now, the most sensible one first. */
    public List<Asked> offered(Actor actor, Matter matter) {
        return desk.offered(actor, matter).stream().map(StepDesk::asked).toList();
    }

    /**
     * A step of this name.
     *
     * @throws Refused MISSING when there is none
     */
    public static Asked asked(String step) {
        return StepForm.find(step)
                .map(form -> new Asked(form.step(), form.inputs()))
                .orElseThrow(() -> new Refused(Kind.MISSING, "workbench.refused.missing"));
    }

    /**
     * Reads the answers to what a step asks for.
     *
     * @param values by the name of the field; of a length of time amount and unit apart, the unit
     *     under the name with {@code Unit} behind it; of co-handlers as the page has them
     */
    public Read read(Actor actor, Matter matter, String step, Map<String, List<String>> values) {
        var form =
                StepForm.find(step)
                        .orElseThrow(() -> new Refused(Kind.MISSING, "workbench.refused.missing"));
        var typed = desk.told(actor, Typed.cleaned(step, values));
        var faults = new LinkedHashMap<String, Word>();
        desk.check(actor, matter, typed)
                .faults(form.inputs())
                .forEach((name, fault) ->
                        faults.put(name, new Word(fault.word(), fault.arguments())));
        return faults.isEmpty()
                ? new Read(
                        Optional.of(form.read().apply(desk.answers(actor, matter, typed))),
                        Map.of())
                : new Read(Optional.empty(), faults);
    }
}
