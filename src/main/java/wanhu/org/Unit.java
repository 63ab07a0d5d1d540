package wanhu.org;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;

/**
 * A unit as it is today.
 *
 * @param id stays the same for ever, whatever happens to name, code and place
 * @param county six digits; of a city or province its own code filled with zeros
 * @param code division code or local code, see {@link DivisionCode}
 * @param path place in the tree
 * @param above the unit directly above, or null when that is not in the installation
 * @param kind what sort of unit
 * @param name the official name, at most {@value #NAME_MAX} characters
 * @param order rank among its siblings, 0 first (protocol order, not the alphabet)
 * @param live false once closed or merged away
 */
public record Unit(
        UUID id,
        int county,
        String code,
        OrgPath path,
        @Nullable UUID above,
        UnitKind kind,
        String name,
        int order,
        boolean live) {
    /** Longest name in characters; the longest of the 665,276 divisions has 33. */
    public static final int NAME_MAX = 80;

    /** The level of a territory; of departments, offices and teams see {@link Tree#level}. */
    public Level level() {
        return kind.level();
    }
}
