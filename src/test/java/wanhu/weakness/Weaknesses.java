package wanhu.weakness;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what the product and its build are made of with published advisories. Run from its
 * source by {@code ./check --weaknesses FILE...}; see docs/dependencies.md.
 */
public final class Weaknesses {
    /** Lists are published anew each day. */
    private static final int DAYS_FRESH_MAX = 30;

    private static final int FINE = 0;
    private static final int FOUND = 1;
    private static final int UNUSABLE = 2;

    private final Accepted accepted;
    private final LocalDate today;
    private final List<String> lines = new ArrayList<>();
    private final List<Advisory> hits = new ArrayList<>();
    private boolean bad;

    private Weaknesses(Accepted accepted, LocalDate today) {
        this.accepted = accepted;
        this.today = today;
    }

    /** What to compare with what. */
    record Asked(Path accepted, List<Path> sboms, List<Path> lists) {}

    /** What came of it, and the exit code: 0 fine, 1 something found, 2 nothing compared. */
    record Said(int code, List<String> lines) {}

    /**
     * Says what it found.
     *
     * @param args file of what is accepted, lists of components, {@code --}, lists of advisories
     */
    public static void main(String[] args) {
        var paths = Arrays.stream(args).map(Path::of).toList();
        int middle = paths.indexOf(Path.of("--"));
        var asked =
                new Asked(
                        paths.getFirst(),
                        paths.subList(1, middle),
                        paths.subList(middle + 1, paths.size()));
        var said = look(asked, LocalDate.now(ZoneOffset.UTC));
        said.lines().forEach(System.out::println);
        System.exit(said.code());
    }

    static Said look(Asked asked, LocalDate today) {
        try {
            var all = new Weaknesses(Accepted.read(asked.accepted(), today), today);
            all.compare(asked);
            return new Said(all.bad ? FOUND : FINE, List.copyOf(all.lines));
        } catch (Unusable no) {
            return new Said(
                    UNUSABLE, List.of(String.valueOf(no.getMessage()), "Nothing was compared."));
        }
    }

    private void compare(Asked asked) {
        var components =
                asked.sboms().stream().flatMap(each -> Component.of(each).stream()).distinct();
        var ours = components.toList();
        var advisories = Advisories.read(asked.lists(), ours);
        head(ours, advisories);
        for (var component : ours) {
            for (var advisory : advisories.ours()) {
                var weak = advisory.about(component);
                if (!weak.isEmpty()) {
                    hits.add(advisory);
                    tell(component, advisory, weak);
                }
            }
        }
        accepted.idle(hits).forEach(each -> lines.add("No longer needed: " + each.id()));
        lines.add(
                bad
                        ? "Not in order: raise the version, or accept it with a day and a reason in .ci/weaknesses.properties."
                        : "No weakness that is not accepted.");
    }

    private void head(List<Component> ours, Advisories advisories) {
        var newest = LocalDate.ofInstant(advisories.newest(), ZoneOffset.UTC);
        long days = ChronoUnit.DAYS.between(newest, today);
        lines.add(
                "%d components compared with %d advisories, of which %d speak of them, the newest of %s, %d days ago."
                        .formatted(
                                ours.size(),
                                advisories.count(),
                                advisories.ours().size(),
                                newest,
                                days));
        if (days > DAYS_FRESH_MAX) {
            lines.add(
                    "WARNING: nothing of the last %d days is in this list: get a newer one."
                            .formatted(days));
        }
        for (var ecosystem : Ecosystem.values()) {
            var silent =
                    ours.stream()
                            .filter(each -> each.ecosystem() == ecosystem)
                            .map(each -> each.name() + " " + each.version())
                            .collect(Collectors.joining(", "));
            if (!silent.isEmpty() && !advisories.told().contains(ecosystem)) {
                lines.add(
                        "WARNING: no advisory of %s is in the lists; not compared: %s"
                                .formatted(ecosystem.sign(), silent));
            }
        }
    }

    private void tell(Component component, Advisory advisory, List<Advisory.Affected> weak) {
        var reason = accepted.of(advisory);
        boolean holds = reason.filter(accepted::holds).isPresent();
        bad |= !holds;
        var fixed =
                weak.stream()
                        .flatMap(each -> each.fixed(component.version()))
                        .distinct()
                        .sorted(component.ecosystem().order())
                        .collect(Collectors.joining(", "));
        lines.add(
                "%s %s %s: %s"
                        .formatted(
                                holds ? "accepted" : "FOUND",
                                component.name(),
                                component.version(),
                                Stream.of(
                                                advisory.numbers().collect(Collectors.joining(" ")),
                                                advisory.severity(),
                                                advisory.summary(),
                                                fixed.isEmpty()
                                                        ? "not fixed in any version"
                                                        : "fixed in " + Json.shown(fixed))
                                        .collect(Collectors.joining("; "))));
        reason.map(each -> shown(each, holds)).ifPresent(lines::add);
    }

    private static String shown(Accepted.Reason reason, boolean holds) {
        return "    %s %s: %s"
                .formatted(holds ? "until" : "was accepted until", reason.until(), reason.text());
    }
}
