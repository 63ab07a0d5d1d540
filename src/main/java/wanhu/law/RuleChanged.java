package wanhu.law;

import java.time.Instant;
import wanhu.base.Actor;
import wanhu.base.Fact;

/**
 * A county has set a rule anew.
 *
 * @param at when
 * @param by who
 * @param before the version in force until then
 * @param rule the new version, with the day from which it holds
 */
public record RuleChanged(int county, Instant at, Actor by, Rule before, Rule rule)
        implements Fact {}
