package wanhu.law;

import java.time.LocalDate;

/**
 * A wish to set a rule anew.
 *
 * @param key which limit
 * @param value as its kind states it
 * @param validFrom first day on which it shall hold; today or later
 * @param source the document by which it was decided
 */
public record RuleChange(RuleKey key, String value, LocalDate validFrom, Source source) {}
