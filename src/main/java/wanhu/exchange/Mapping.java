package wanhu.exchange;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wanhu.base.PersonalData;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.life.Channel;
import wanhu.life.Reason;

/**
 * 对照表: what our codes are called in another system, as lines {@code category.road = 0203}, and what
 * theirs are called here, as lines {@code in.category.0203 = road}. A code holds for all below it
 * unless they have one of their own, and {@code *} for all that have none. Pure.
 *
 * @param version counts the changes
 * @param text as a person wrote it
 */
record Mapping(int version, String text, Map<String, String> entries) {
    /** Longest text, in characters. */
    static final int CHARACTERS_MAX = 20_000;

    private static final Pattern LINE =
            Pattern.compile(
                    "(category|unit|kind|reason|state|field|in\\.(?:category|unit|kind|channel|reason))"
                            + "\\.([^\\s=]{1,60})\\s*+=\\s*+(\\S.{0,99})");
    private static final Pattern NO_SIGN = Pattern.compile("[\\s=\\p{C}]++");
    private static final int CODE_CHARACTERS_MAX = 60;
    private static final String WITHHELD = "-";

    Mapping {
        entries = Map.copyOf(entries);
    }

    /**
     * Reads what a person wrote; empty lines and those that begin with # say nothing.
     *
     * @throws Refused INVALID with the number of the line that is none
     */
    static Mapping read(int version, String text) {
        var entries = new HashMap<String, String>();
        var lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                var parts = LINE.matcher(line);
                boolean good = parts.matches() && !entries.containsKey(key(line)) && means(parts);
                Refused.unless(Kind.INVALID, good, "exchange.refused.line", at + 1);
                entries.put(key(line), parts.group(3).strip());
            }
        }
        return new Mapping(version, text, entries);
    }

    /** Whether the side that is ours is something of ours; wrongdoing is told to us directly. */
    private static boolean means(MatchResult line) {
        var ours = line.group(3).strip();
        return switch (line.group(1)) {
            case "in.kind" ->
                    named(wanhu.life.Kind.values(), ours)
                            && !ours.equals(wanhu.life.Kind.REPORT.name());
            case "in.channel" -> named(Channel.values(), ours);
            case "in.reason" -> named(Reason.Decline.values(), ours);
            case "reason" -> named(Reason.Decline.values(), line.group(2));
            default -> true;
        };
    }

    private static boolean named(Enum<?>[] values, String name) {
        return Arrays.stream(values).anyMatch(each -> each.name().equals(name));
    }

    private static String key(String line) {
        return line.substring(0, Math.max(0, line.indexOf('='))).strip();
    }

    /** What a category is called there: by itself, by one above it, or by {@code *}. */
    Optional<String> category(String code) {
        for (String each = code; !each.isEmpty(); each = above(each)) {
            var found = entries.get("category." + each);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.ofNullable(entries.get("category.*"));
    }

    private static String above(String code) {
        return code.substring(0, Math.max(0, code.lastIndexOf('.')));
    }

    /** What a unit is called there: the first that is known, from itself upwards, or {@code *}. */
    Optional<String> unit(List<String> upwards) {
        return upwards.stream()
                .flatMap(code -> Optional.ofNullable(entries.get("unit." + code)).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(entries.get("unit.*")));
    }

    /** What a kind is called there; as here unless somebody said otherwise. */
    String kind(String name) {
        return entries.getOrDefault("kind." + name, name);
    }

    /** What a state of theirs is called here; as there unless somebody said otherwise. */
    String state(String theirs) {
        return entries.getOrDefault("state." + theirs, theirs);
    }

    /** What a reason of ours is called there; as here unless somebody said otherwise. */
    String reason(String name) {
        return entries.getOrDefault("reason." + name, name);
    }

    /**
     * What a code of theirs is here: by itself, by one above it, or by {@code *}; empty when the
     * table has no row.
     *
     * @param type category, unit, kind, channel or reason
     */
    Optional<String> ours(String type, String theirs) {
        return Stream.concat(
                        Stream.iterate(sign(theirs), each -> !each.isEmpty(), Mapping::above),
                        Stream.of("*"))
                .flatMap(each -> Stream.ofNullable(entries.get("in." + type + "." + each)))
                .findFirst();
    }

    /** Whether codes of theirs of this type are translated at all; else they are as ours. */
    boolean translates(String type) {
        return entries.keySet().stream().anyMatch(each -> each.startsWith("in." + type + "."));
    }

    /** Whether the left side of a line, {@code in.category.0203}, is answered now. */
    boolean answers(String line) {
        var parts = line.split("\\.", 3);
        return parts.length == 3 && parts[0].equals("in") && ours(parts[1], parts[2]).isPresent();
    }

    /** A code of theirs as the left side of a line can hold it; what is a person's is no code. */
    static String sign(String theirs) {
        var most =
                theirs.strip().substring(0, Math.min(theirs.strip().length(), CODE_CHARACTERS_MAX));
        var sign = NO_SIGN.matcher(most).replaceAll("_");
        return sign.isEmpty() || !PersonalData.find(sign).isEmpty() ? "_" : sign;
    }

    /** What a field always says there; {@code field.phone = 0475-12345}. */
    Optional<String> constant(String field) {
        return Optional.ofNullable(entries.get("field." + field))
                .filter(each -> !each.equals(WITHHELD));
    }

    /** Whether a field may leave; {@code field.spot = -} keeps it here. */
    boolean leaves(String field) {
        return !WITHHELD.equals(entries.get("field." + field));
    }
}
