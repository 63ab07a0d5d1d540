package wanhu.base;

import java.time.Instant;
import java.util.UUID;

/**
 * A unit is reminded of something of its own whose day has come near or has come; whoever tells
 * this has claimed it, so that it is told once.
 *
 * @param unit who is told
 * @param event what it is: the word "message.template.STAFF.EVENT"
 * @param number what stands in the text: a day, or a name that is no person's
 * @param href the page on which something is done about it
 */
public record UnitReminded(
        int county, UUID unit, String event, String number, String href, Instant at)
        implements Fact {}
