package wanhu.base;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what must not stand in a text that others read: identity numbers (GB 11643, with checksum),
 * mobile and fixed phone numbers, bank card numbers (ISO/IEC 7812, Luhn). All matches, in order; a
 * person decides what to do with them.
 */
public final class PersonalData {
    private static final Pattern IDENTITY =
            Pattern.compile("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9Xx])");
    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9])(?:\\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9])");
    private static final Pattern FIXED =
            Pattern.compile("(?<![0-9])0[1-9][0-9]{1,2}[- ]?[0-9]{7,8}(?![0-9])");
    private static final Pattern CARD =
            Pattern.compile(
                    "(?<![0-9])[1-9][0-9]{3}(?:[ -]?[0-9]{4}){2,3}(?:[ -]?[0-9]{1,4})?(?![0-9])");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int CARD_DIGITS_MIN = 15;
    private static final int CARD_DIGITS_MAX = 19;

    private PersonalData() {}

    /** What sort of number was found. */
    public enum Sort {
        /** 身份证号. */
        IDENTITY,
        /** 手机号或电话. */
        PHONE,
        /** 银行卡号. */
        CARD
    }

    /**
     * One place in the text.
     *
     * @param from index of the first character
     * @param until index after the last one
     */
    public record Found(Sort sort, int from, int until) {}

    /**
     * All places with personal numbers, in the order of the text; full-width digits are read as
     * digits.
     */
    public static List<Found> find(String text) {
        var plain = plain(text);
        var found = new ArrayList<Found>();
        add(found, plain, IDENTITY, Sort.IDENTITY);
        add(found, plain, MOBILE, Sort.PHONE);
        add(found, plain, FIXED, Sort.PHONE);
        add(found, plain, CARD, Sort.CARD);
        found.sort(Comparator.comparingInt(Found::from));
        return List.copyOf(found);
    }

    /** The text with each found number replaced by stars. */
    public static String redacted(String text) {
        var redacted = new StringBuilder(text);
        for (Found each : find(text)) {
            redacted.replace(each.from(), each.until(), "*".repeat(each.until() - each.from()));
        }
        return redacted.toString();
    }

    private static void add(List<Found> found, String text, Pattern pattern, Sort sort) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            boolean free =
                    found.stream()
                            .noneMatch(each ->
                                    matcher.start() < each.until() && each.from() < matcher.end());
            if (free && holds(sort, matcher.group())) {
                found.add(new Found(sort, matcher.start(), matcher.end()));
            }
        }
    }

    private static boolean holds(Sort sort, String match) {
        return switch (sort) {
            case IDENTITY -> identity(match);
            case PHONE -> true;
            case CARD -> card(match.replaceAll("[ -]", ""));
        };
    }

    /** GB 11643: the last sign is the check of the first seventeen digits, modulo 11. */
    private static boolean identity(String number) {
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += (number.charAt(at) - '0') * WEIGHTS[at];
        }
        return CHECKS.charAt(sum % CHECKS.length())
                == Character.toUpperCase(number.charAt(WEIGHTS.length));
    }

    /** Luhn's check over 15 to 19 digits. */
    private static boolean card(String digits) {
        if (digits.length() < CARD_DIGITS_MIN || digits.length() > CARD_DIGITS_MAX) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(digits.length() - 1 - at) - '0';
            int doubled = at % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            plain.append(
                    each >= '\uFF10' && each <= '\uFF19' ? (char) (each - '\uFF10' + '0') : each);
        }
        return plain.toString();
    }
}
