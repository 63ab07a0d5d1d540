package wanhu.matter;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;
import wanhu.base.Zones;
import wanhu.matter.MatterSearchPage.Span;

/**
 * The way to the rows that say some words, so that nobody waits until a hundred thousand are read.
 *
 * <p>What few matters of the county say: all of them, and of these what the post sees. What many
 * say: of its territory, and of what its unit works on elsewhere, year by year and, where a year
 * has too many, month by month from the latest back, by the {@link Signs} of place, unit and time.
 * What is said that often that the latest rows are likely to say it is found by walking through
 * those first.
 */
@Component
class MatterSearchWays {
    /** By so much more than the most a sample of so few rows tells for sure. */
    private static final double SURELY = 1.25;

    /** One in so many says it: a page is likely to be full after twenty times as many rows. */
    private static final int DENSE_OF = 20;

    private static final int MONTHS = 12;
    private static final Comparator<MatterSearch.Hit> LATEST =
            Comparator.comparing((MatterSearch.Hit hit) -> hit.line().reported())
                    .thenComparing(hit -> hit.line().id().toString())
                    .reversed();

    private final MatterSearchStore store;
    private final Limits limits;

    @Autowired
    MatterSearchWays(MatterSearchStore store) {
        this(store, Limits.USUAL);
    }

    MatterSearchWays(MatterSearchStore store, Limits limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * How many rows are read at once; more, and another way is taken.
     *
     * @param most and sorted, some ten milliseconds; of a month too, which may be said on its first
     *     days alone
     * @param part the same where each of them has to be asked whether the post sees it
     * @param place the same of one place, where its years are left
     * @param year the same of one year, where its months are left
     * @param walk looked at from the latest on, before that is given up
     */
    record Limits(int most, int part, int place, int year, int walk) {
        static final Limits USUAL = new Limits(4_000, 3_000, 3_000, 1_500, 1_000);
    }

    /**
     * What was found.
     *
     * @param common whether of a post that doesn't see the whole county its territory and own work
     *     alone were looked through
     */
    record Found(List<MatterSearch.Hit> hits, boolean common) {}

    /** What is seen and says the words, the latest first. */
    Found find(ListWhere where, int[] words, MatterSearchPage page) {
        var guess = store.guess(where, words);
        int most = where.county() ? limits.most() : limits.part();
        if (guess.saying() <= SURELY * most) {
            var all = store.said(where, words, page, most);
            if (all.isPresent()) {
                return new Found(all.get(), false);
            }
        }
        boolean dense = guess.saying() * DENSE_OF >= guess.all();
        var there =
                MatterSearchShare.territory(where)
                        .map(share -> look(share, words, page, dense))
                        .orElse(List.of());
        return where.county()
                ? new Found(there, false)
                : new Found(
                        joined(work(where, words, since(page, there), dense), there, page.limit()),
                        true);
    }

    /** Where a page is full already, nothing that is older than what stands on it. */
    private static MatterSearchPage since(MatterSearchPage page, List<MatterSearch.Hit> found) {
        boolean full = found.size() == page.limit();
        var since = full ? found.getLast().line().reported() : Span.FIRST;
        return page.part(new Span(since, Span.LAST), page.limit());
    }

    private List<MatterSearch.Hit> work(
            ListWhere where, int[] words, MatterSearchPage page, boolean dense) {
        return joined(
                look(MatterSearchShare.work(where), words, page, dense),
                store.inHand(where, words, page),
                page.limit());
    }

    /** Two lists of the latest make one; ids are compared as the database does. */
    private static List<MatterSearch.Hit> joined(
            List<MatterSearch.Hit> one, List<MatterSearch.Hit> other, int limit) {
        var found = new HashMap<UUID, MatterSearch.Hit>();
        Stream.concat(one.stream(), other.stream())
                .forEach(hit -> found.putIfAbsent(hit.line().id(), hit));
        return found.values().stream().sorted(LATEST).limit(limit).toList();
    }

    private List<MatterSearch.Hit> look(
            MatterSearchShare share, int[] words, MatterSearchPage page, boolean dense) {
        if (!store.signed(share.where())) {
            return store.walked(share, words, page, Integer.MAX_VALUE);
        }
        if (dense) {
            var latest = store.walked(share, words, page, limits.walk());
            if (latest.size() == page.limit()) {
                return latest;
            }
        }
        return new Back(share, words, page).look();
    }

    /** From the latest back, until the page is full. */
    private final class Back {
        private final int[] words;
        private final MatterSearchPage page;
        private final MatterSearchShare share;
        private final OrgPath county;
        private final List<MatterSearch.Hit> found = new ArrayList<>();

        Back(MatterSearchShare share, int[] words, MatterSearchPage page) {
            this.share = share;
            this.words = words;
            this.page = page;
            this.county = share.county();
        }

        List<MatterSearch.Hit> look() {
            if (share.sign() != null) {
                var all = store.said(share.where(), share.keys(words), page, limits.place());
                if (all.isPresent()) {
                    return all.get();
                }
            }
            var ever = store.all(share.where());
            boolean cut = page.at().isBefore(ever.before());
            var last = YearMonth.from(Zones.day(cut ? page.at() : ever.before()));
            int first = Math.max(year(ever.since()), year(page.span().since()));
            for (int year = last.getYear(); year >= first && !full(); year--) {
                if (year == last.getYear() && cut) {
                    months(last);
                } else {
                    year(YearMonth.of(year, MONTHS));
                }
            }
            return List.copyOf(found);
        }

        private static int year(Instant at) {
            return Zones.day(at).getYear();
        }

        private boolean full() {
            return found.size() >= page.limit();
        }

        private void year(YearMonth last) {
            var sign = Signs.year(county, last.getYear());
            said(sign, span(last.withMonth(1), last), limits.year())
                    .ifPresentOrElse(found::addAll, () -> months(last));
        }

        /** Of a year from that month back. */
        private void months(YearMonth last) {
            for (int at = last.getMonthValue(); at >= 1 && !full(); at--) {
                month(last.withMonth(at));
            }
        }

        /** More in one month than are read at once: the latest of it are soon found. */
        private void month(YearMonth month) {
            var span = span(month, month);
            found.addAll(
                    said(Signs.month(county, month), span, limits.most())
                            .orElseGet(() ->
                                    store.walked(share, words, rest(span), Integer.MAX_VALUE)));
        }

        private Optional<List<MatterSearch.Hit>> said(int sign, Span span, int most) {
            return store.said(share.where(), share.keys(words, sign), rest(span), most);
        }

        private MatterSearchPage rest(Span span) {
            return page.part(span, page.limit() - found.size());
        }

        private static Span span(YearMonth from, YearMonth until) {
            Instant since = Zones.startOf(from.atDay(1));
            return new Span(since, Zones.startOf(until.plusMonths(1).atDay(1)));
        }
    }
}
