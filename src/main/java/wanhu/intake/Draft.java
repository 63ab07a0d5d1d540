package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import wanhu.life.Kind;
import wanhu.matter.Report;

/**
 * What a resident has chosen and typed so far, as her browser sent it: nothing is believed yet, and
 * nothing is kept here between two pages.
 *
 * @param place code of the unit where it is
 * @param grid code of the grid below it, if she chose one
 * @param spot the place in her words
 * @param category code of the category; empty when she does not know
 * @param kind name of a {@link Kind}
 * @param danger somebody is in danger
 * @param title her title; empty to have it made from the text
 * @param text what she says
 * @param name how she is called
 * @param phone where she can be reached
 * @param anonymous she gives no name
 * @param secret the handler must not learn who she is
 * @param publish a redacted version may be published
 * @param news she wants messages
 * @param complainedOf code of the unit complained of; empty for the one at the place
 * @param command made by the form; the same twice is one report
 * @param care which notice stood on the form, and whether she says that a child is concerned
 */
record Draft(
        String place,
        String grid,
        String spot,
        String category,
        String kind,
        boolean danger,
        String title,
        String text,
        String name,
        String phone,
        boolean anonymous,
        boolean secret,
        boolean publish,
        boolean news,
        String complainedOf,
        String command,
        Report.Care care) {

    /** What the request carries; what it lacks is empty or no. */
    static Draft of(HttpServletRequest request) {
        return new Draft(
                given(request, "place"),
                given(request, "grid"),
                given(request, "spot"),
                given(request, "category"),
                given(request, "kind"),
                ticked(request, "danger"),
                given(request, "title"),
                given(request, "text"),
                given(request, "name"),
                given(request, "phone"),
                ticked(request, "anonymous"),
                ticked(request, "secret"),
                ticked(request, "publish"),
                ticked(request, "news"),
                given(request, "complainedOf"),
                given(request, "command"),
                care(request));
    }

    private static Report.Care care(HttpServletRequest request) {
        var notice = given(request, "notice");
        return new Report.Care(
                notice.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(notice) : 0,
                ticked(request, "child"),
                ticked(request, "guardian"));
    }

    private static String given(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }

    private static boolean ticked(HttpServletRequest request, String name) {
        return "true".equals(request.getParameter(name));
    }

    /** The kind; empty for none or a forged one. */
    Optional<Kind> kindChosen() {
        for (Kind each : Kind.values()) {
            if (each.name().equals(kind.toUpperCase(Locale.ROOT))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The same about something else. */
    Draft sorted(String about) {
        return new Draft(
                place,
                grid,
                spot,
                about,
                kind,
                danger,
                title,
                text,
                name,
                phone,
                anonymous,
                secret,
                publish,
                news,
                complainedOf,
                command,
                care);
    }

    /** The same with another text. */
    Draft saying(String said) {
        return new Draft(
                place,
                grid,
                spot,
                category,
                kind,
                danger,
                titleMade(),
                said,
                name,
                phone,
                anonymous,
                secret,
                publish,
                news,
                complainedOf,
                command,
                care);
    }

    /** Whether it is a report of wrongdoing. */
    boolean wrongdoing() {
        return kindChosen().filter(Kind.REPORT::equals).isPresent();
    }

    /** The id of the command; empty for a forged one. */
    Optional<UUID> commandId() {
        try {
            return Optional.of(UUID.fromString(command)).filter(id -> command.length() == 36);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The title she gave, or one from the first words. */
    String titleMade() {
        return title.isEmpty() ? Titles.of(text) : title;
    }

    /** Code of the smallest place named. */
    String placeMade() {
        return grid.isEmpty() ? place : grid;
    }
}
