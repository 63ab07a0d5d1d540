package wanhu.grid;

import java.util.regex.Pattern;
import wanhu.base.PersonalData;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/**
 * What the sign of a grid tells besides its name and who serves there: borders and two phones of
 * offices (domain: L-BZ 6: name, area, worker, phone, supervision phone, kept current). A person's
 * mobile number is refused: it would hang in public for years.
 *
 * @param area its borders, in words
 * @param phone of the service point
 * @param supervision phone at which one complains about the service
 */
public record Sign(String area, String phone, String supervision) {
    /** Longest description of the borders, in characters. */
    static final int AREA_CHARACTERS_MAX = 200;

    /** Longest phone, in characters. */
    static final int PHONE_CHARACTERS_MAX = 30;

    private static final Pattern PHONE = Pattern.compile("[0-9][0-9 -]{2,29}");

    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?1[3-9][0-9]{9}");

    /**
     * Checks itself.
     *
     * @throws Refused INVALID when something is missing or too long, RULE when it is personal
     */
    public Sign {
        area = area.strip();
        phone = office(phone);
        supervision = office(supervision);
        Refused.unless(
                Kind.INVALID,
                !area.isEmpty() && area.codePointCount(0, area.length()) <= AREA_CHARACTERS_MAX,
                "grid.refused.area",
                AREA_CHARACTERS_MAX);
        Refused.unless(Kind.RULE, PersonalData.find(area).isEmpty(), "grid.refused.personal");
    }

    private static String office(String typed) {
        var phone = typed.strip();
        Refused.unless(Kind.INVALID, PHONE.matcher(phone).matches(), "grid.refused.phone");
        boolean mobile = MOBILE.matcher(phone.replaceAll("[ -]", "")).matches();
        Refused.unless(Kind.RULE, !mobile, "grid.refused.mobile");
        return phone;
    }
}
