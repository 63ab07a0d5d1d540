package wanhu.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All versions of all rules of one county, in memory; the shipped ones where it has none. */
final class RuleBook {
    private final Map<RuleKey, List<Rule>> versions = new EnumMap<>(RuleKey.class);

    /**
     * @param changes what the county has set, in any order
     */
    RuleBook(List<Rule> changes) {
        for (RuleKey key : RuleKey.values()) {
            var all = new ArrayList<Rule>();
            all.add(Shipped.rule(key));
            changes.stream()
                    .filter(rule -> rule.key() == key)
                    .sorted(Comparator.comparingInt(Rule::version))
                    .forEach(all::add);
            versions.put(key, chained(all));
        }
    }

    /** The version in force on a day: of those that have begun, the latest made. */
    Rule rule(RuleKey key, LocalDate on) {
        return versions(key).stream()
                .filter(rule -> rule.holdsOn(on))
                .reduce((_, later) -> later)
                .orElseGet(() -> Shipped.rule(key));
    }

    /** All versions, oldest first. */
    List<Rule> versions(RuleKey key) {
        return versions.getOrDefault(key, List.of());
    }

    /**
     * Gives each version its end: the first day of the next made, when that comes first. One that a
     * later made one overtakes before it began ends before it begins, and never holds.
     */
    private static List<Rule> chained(List<Rule> made) {
        var chain = new ArrayList<Rule>();
        for (Rule rule : made) {
            chain.replaceAll(
                    before -> endsAfter(before, rule) ? before.until(rule.validFrom()) : before);
            chain.add(rule);
        }
        return List.copyOf(chain);
    }

    private static boolean endsAfter(Rule before, Rule next) {
        return before.validUntil() == null || before.validUntil().isAfter(next.validFrom());
    }
}
