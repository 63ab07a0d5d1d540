package wanhu.matter;

import java.time.Duration;
import java.time.Instant;
import wanhu.base.Sql;
import wanhu.matter.MatterQuery.Filters;

/** Turns the filters of a query into conditions. */
final class ListFilter {
    private final ListWhere where;
    private final Instant now;

    ListFilter(ListWhere where, Instant now) {
        this.where = where;
        this.now = now;
    }

    void add(Filters filters) {
        text(filters.text().strip());
        narrow(filters);
    }

    /** All but the words. */
    void narrow(Filters filters) {
        about(filters);
        state(filters);
        period(filters.period());
        held(filters.held());
        solved(filters.solved());
        trouble(filters.trouble());
    }

    /** Words by their pairs of characters, single ones of titles; signs alone in the title. */
    private void text(String text) {
        if (text.isEmpty()) {
            return;
        }
        var terms = Terms.of(text);
        if (terms.isEmpty()) {
            where.andWords("m.title like :like", "like", "%" + escaped(text) + "%");
            return;
        }
        where.and(
                """
                m.id in (
                  select w.matter_id from matter.words w
                  where w.county = :county and w.keys @> cast(:words as int[]))
                """,
                "words",
                Terms.keys(text));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private void about(Filters filters) {
        if (!filters.kinds().isEmpty()) {
            var kinds = filters.kinds().stream().map(Enum::name).toArray(String[]::new);
            where.and("m.kind = any(cast(:kinds as text[]))", "kinds", kinds);
        }
        if (!filters.categories().isEmpty()) {
            var codes = filters.categories().toArray(String[]::new);
            where.and("m.category = any(cast(:categories as text[]))", "categories", codes);
        }
        if (filters.channel() != null) {
            where.and("m.channel = :channel", "channel", filters.channel().name());
        }
        if (filters.place() != null) {
            where.and(where.below("place", filters.place(), "reported_in"));
        }
        if (filters.urgent()) {
            where.and("m.urgent");
        }
        if (filters.supporters() > 0) {
            where.and("m.supporters >= :supporters", "supporters", filters.supporters());
        }
    }

    private void state(Filters filters) {
        switch (filters.state()) {
            case ANY -> {}
            case OPEN -> where.and("m.open");
            case ENDED -> where.and("not m.open");
            case SOON -> where.and("m.open and " + where.soon("soon"));
            case OVERDUE -> where.and("m.open and m.due_at <= :late", "late", Sql.at(now));
        }
        if (filters.stage() != null) {
            where.and("m.stage = :stage", "stage", filters.stage().name());
        }
    }

    private void period(MatterQuery.Period period) {
        if (period.from() != null) {
            where.and("m.reported_at >= :from", "from", ListWhere.startOf(period.from()));
        }
        if (period.until() != null) {
            var end = period.until().plusDays(1);
            where.and("m.reported_at < :until", "until", ListWhere.startOf(end));
        }
    }

    private void held(MatterQuery.Held held) {
        if (held.level() != null) {
            where.and("m.holder_level = :level", "level", held.level().name());
        }
        if (held.below() != null) {
            where.and(
                    held.only()
                            ? where.exactly("held_by", held.below())
                            : where.below("holder", held.below(), "held_below"));
        }
    }

    private void solved(MatterQuery.Solved solved) {
        if (solved.level() != null) {
            where.and("m.handler_level = :solved_level", "solved_level", solved.level().name());
        }
        var from = solved.period().from();
        var until = solved.period().until();
        if (from != null || until != null || solved.level() != null) {
            where.and(ListWhere.SOLVED);
        }
        if (from != null) {
            where.and("m.solved_at >= :solved_from", "solved_from", ListWhere.startOf(from));
        }
        if (until != null) {
            var end = ListWhere.startOf(until.plusDays(1));
            where.and("m.solved_at < :solved_until", "solved_until", end);
        }
    }

    private void trouble(MatterQuery.Wrong wrong) {
        switch (wrong.trouble()) {
            case null -> {}
            case IDLE -> {
                var since = now.minus(Duration.ofDays(wrong.limit()));
                where.and("m.open and m.changed_at < :idle_since", "idle_since", Sql.at(since));
            }
            case PROBLEM -> {
                where.and(
                        "m.open and (m.redos >= :redos or m.passes >= :passes)",
                        "redos",
                        wrong.limit());
                where.parameters().put("passes", wrong.units());
                if (wrong.limit() > 0 && wrong.units() > 1) {
                    // Says nothing new but to the index of what is likely to be a problem.
                    where.and("(m.redos > 0 or m.passes > 1)");
                }
            }
        }
    }
}
