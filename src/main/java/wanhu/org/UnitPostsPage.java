package wanhu.org;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/**
 * Posts of a unit, to be changed.
 *
 * @param reader the role of who reads the page
 * @param unit the unit
 * @param level at which it works
 * @param posts its posts with who holds them today
 * @param paired units that stand behind it
 * @param departments units that could
 * @param login of the person who is to be appointed, if one is known already
 * @param no why the last act was refused, or null
 */
record UnitPostsPage(
        Role reader,
        Unit unit,
        Level level,
        List<FilledPost> posts,
        List<BrowsePage.Paired> paired,
        List<Unit> departments,
        String login,
        @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }

    List<Choice> roles(Screen screen) {
        return Stream.of(Role.values())
                .filter(role -> fits(role, unit.kind(), level))
                .map(role -> new Choice(role.name(), screen.t("base.role." + role.name())))
                .toList();
    }

    /** Whether units of the kind that work at the level have posts of the role. */
    static boolean fits(Role role, UnitKind kind, Level level) {
        return switch (role) {
            case GRID_WORKER -> kind == UnitKind.GRID || level == Level.VILLAGE;
            case VILLAGE_CLERK -> level == Level.VILLAGE;
            case TOWNSHIP_CLERK -> level == Level.TOWNSHIP;
            case COUNTY_CLERK, PHONE_DESK, FOLLOW_UP -> !Level.COUNTY.above(level);
            case DEPARTMENT_CLERK -> !kind.territorial();
            case LEADER, ADMIN, SECURITY, AUDITOR -> true;
        };
    }

    List<Choice> slots(Screen screen) {
        return Stream.of(Slot.values())
                .filter(slot -> slot.fits(unit.kind()))
                .map(slot -> new Choice(slot.name(), screen.t("org.slot." + slot.name())))
                .toList();
    }

    List<Choice> units() {
        return departments.stream()
                .map(each ->
                        new Choice(
                                each.id().toString(), each.name(), null, Initials.of(each.name())))
                .toList();
    }

    /** Whether the reader makes posts and appoints. */
    boolean appoints() {
        return reader == Role.SECURITY;
    }

    /** Whether the reader pairs units. */
    boolean pairs() {
        return reader == Role.ADMIN;
    }

    boolean pairable() {
        return Slot.FIRST_SECRETARY.fits(unit.kind());
    }
}
