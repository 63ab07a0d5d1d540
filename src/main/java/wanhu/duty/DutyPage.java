package wanhu.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import wanhu.base.Refused;
import wanhu.shell.Choice;
import wanhu.shell.Link;
import wanhu.shell.Screen;

/**
 * Items of the duty lists.
 *
 * @param county whose
 * @param text what was searched for
 * @param kind one of the three lists, or null for all
 * @param day by the lists of that day
 * @param edition the edition of the day, or null when there is none
 * @param start index of the first item of this page
 * @param counts how many were found in each list
 * @param items this page of what was found
 */
record DutyPage(
        int county,
        String text,
        @Nullable DutyKind kind,
        LocalDate day,
        @Nullable Edition edition,
        int start,
        Map<DutyKind, Long> counts,
        List<DutyItem> items) {
    /** Items of one page. */
    static final int ITEM_ROWS = 50;

    DutyPage {
        counts = Map.copyOf(counts);
        items = List.copyOf(items);
    }

    /** What is asked for: items of a county that say the text, of one list or all, on a day. */
    record Asked(int county, String text, @Nullable DutyKind kind, LocalDate day, int start) {
        Asked {
            text = text.strip();
            start = Math.max(0, start);
        }

        private DutySearch search() {
            return new DutySearch(text, kind, Set.of());
        }
    }

    static DutyPage of(DutyLists lists, Asked asked) {
        var edition = lists.edition(asked.county(), asked.day()).orElse(null);
        var found = lists.search(asked.county(), asked.search(), asked.day());
        return new DutyPage(
                asked.county(),
                asked.text(),
                asked.kind(),
                asked.day(),
                edition,
                asked.start(),
                found.stream()
                        .collect(Collectors.groupingBy(DutyItem::kind, Collectors.counting())),
                found.stream().skip(asked.start()).limit(ITEM_ROWS).toList());
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Nullable String back(String path) {
        return start == 0 ? null : href(path, Math.max(0, start - ITEM_ROWS));
    }

    @Nullable String next(String path) {
        return start + items.size() >= total() ? null : href(path, start + ITEM_ROWS);
    }

    private String href(String path, int from) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("q", "{q}")
                .queryParam("kind", "{kind}")
                .queryParam("day", "{day}")
                .queryParam("start", "{start}")
                .encode()
                .buildAndExpand(text, kindName(), day, from)
                .toUriString();
    }

    List<Choice> kinds(Screen screen) {
        return Stream.of(DutyKind.values())
                .map(each -> new Choice(each.name(), screen.t("duty.kind." + each.name())))
                .toList();
    }

    String kindName() {
        return kind == null ? "" : kind.name();
    }

    long count(DutyKind of) {
        return counts.getOrDefault(of, 0L);
    }
}

/** The page of staff: with all editions and, for the administrator, the import. */
record DutyStaffPage(DutyPage lists, List<Edition> editions, boolean admin) {
    DutyStaffPage {
        editions = List.copyOf(editions);
    }
}

/**
 * The form of an import.
 *
 * @param name name of the edition
 * @param document number of the document
 * @param from first day
 * @param report what the check said, or null before it
 * @param no why it was refused, or null
 */
record DutyImportPage(
        String name,
        String document,
        LocalDate from,
        @Nullable DutyReport report,
        @Nullable Refused no) {
    static DutyImportPage blank(LocalDate today) {
        return new DutyImportPage("", "", today, null, null);
    }

    DutyImportPage with(@Nullable DutyReport checked, @Nullable Refused refused) {
        return new DutyImportPage(name, document, from, checked, refused);
    }

    boolean clean() {
        return report != null && report.clean();
    }

    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }

    List<Link> faults(Screen screen) {
        return report == null
                ? List.of()
                : report.shown().stream().map(row -> new Link(text(screen, row), null)).toList();
    }

    private static String text(Screen screen, DutyReport.BadRow row) {
        var faults = row.faults().stream().map(each -> screen.t("duty.fault." + each)).toList();
        var what = row.code().isEmpty() ? row.text() : row.code();
        return screen.t("duty.import.bad", row.number(), what, String.join("；", faults));
    }
}
