package wanhu.matter;

import java.time.Instant;
import wanhu.base.Refused;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Step;

/**
 * A check of another kind that a step must pass before it is decided, such as the duty lists or the
 * redaction of texts.
 */
interface StepGate {
    /**
     * Lets the step pass.
     *
     * @throws Refused when the step may not be taken
     */
    void check(By by, Matter matter, Step step, Instant now);
}
