package wanhu.vault;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import wanhu.base.Refused;

/**
 * A Chinese phone number: a mobile of 11 digits, a land line with or without area code, or a short
 * service number (12345, 95598, 400). Prints masked; only {@link #digits()} shows all.
 */
public final class Phone {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}[2-8]\\d{6,7}|[2-8]\\d{6,7}");
    private static final Pattern SERVICE =
            Pattern.compile("1[12]\\d{1,4}|9[56]\\d{3,4}|[48]00\\d{7}");
    private static final Pattern DECORATION = Pattern.compile("[\\s()\\-–—]+");
    private static final int ENTRY_CHARACTERS_MAX = 40;
    private static final int TAIL = 4;

    private final String digits;

    private Phone(String digits) {
        this.digits = digits;
    }

    /**
     * Reads what a person typed: full-width digits, blanks, hyphens, brackets and +86 are
     * understood.
     *
     * @throws Refused when it is no phone number, or a masked one that was sent back
     */
    public static Phone of(String entry) {
        return find(entry)
                .orElseThrow(() -> new Refused(Refused.Kind.INVALID, "vault.refused.phone"));
    }

    /** As {@link #of}, empty when it is no phone number. */
    public static Optional<Phone> find(String entry) {
        if (entry.length() > ENTRY_CHARACTERS_MAX) {
            return Optional.empty();
        }
        var plain = Normalizer.normalize(entry, Normalizer.Form.NFKC).strip();
        var digits = DECORATION.matcher(plain).replaceAll("").replaceFirst("^(\\+86|0086)", "");
        return valid(digits) ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    private static boolean valid(String digits) {
        return MOBILE.matcher(digits).matches()
                || LANDLINE.matcher(digits).matches()
                || SERVICE.matcher(digits).matches();
    }

    /** All digits, for dialling and sealing; each view of them is to be logged. */
    public String digits() {
        return digits;
    }

    /** Whether it is a mobile, which can get text messages. */
    public boolean mobile() {
        return MOBILE.matcher(digits).matches();
    }

    /** The last four digits, which a resident may be asked for. */
    public String tail() {
        return digits.length() <= TAIL ? digits : digits.substring(digits.length() - TAIL);
    }

    /**
     * As shown: 138****1234; of other numbers the last four (of short ones the last two) digits.
     */
    public String masked() {
        if (mobile()) {
            return digits.substring(0, 3) + "****" + tail();
        }
        int shown = digits.length() > 2 * TAIL - 1 ? TAIL : 2;
        int hidden = Math.max(0, digits.length() - shown);
        return "*".repeat(hidden) + digits.substring(hidden);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phone phone && phone.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
