package wanhu.matter;

import java.time.Instant;
import java.util.UUID;
import wanhu.life.Stage;

/**
 * A line of a timeline that moved a matter to another stage or holder, for those who count.
 *
 * @param seq number of the line, from 1
 * @param step name of the step
 * @param to the stage after it
 * @param holder who had it after the step
 * @param at when it was recorded
 */
public record Trace(UUID matter, int seq, String step, Stage to, UUID holder, Instant at) {}
