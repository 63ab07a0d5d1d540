package wanhu.duty;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Refused;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * The three duty lists of the county's townships. Each question names the day of the act, so that
 * an old act is judged by the edition of its day.
 */
@Service
public class DutyLists {
    private final DutyStore store;
    private final Units units;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    DutyLists(DutyStore store, Units units, ApplicationEventPublisher facts, Clock clock) {
        this.store = store;
        this.units = units;
        this.facts = facts;
        this.clock = clock;
    }

    /** The edition in force on the day; empty before the first one. */
    public Optional<Edition> edition(int county, LocalDate day) {
        return store.edition(county, day);
    }

    /** The item with that number in the edition of the day. */
    public Optional<DutyItem> item(int county, String code, LocalDate day) {
        return items(county, day).stream().filter(item -> item.code().equals(code)).findFirst();
    }

    /**
     * Items that cover the category and mean something at the level: all three lists for a township
     * and below, the items that departments lead or own for a county and above.
     */
    public List<DutyItem> forCategory(int county, String category, Level level, LocalDate day) {
        boolean high = level.above(Level.TOWNSHIP);
        return items(county, day).stream()
                .filter(item -> item.covers(category))
                .filter(item -> !high || item.kind() != DutyKind.BASIC)
                .toList();
    }

    /**
     * A wish to dispatch a matter.
     *
     * @param category code of the matter's category
     * @param item number of the item that the dispatcher has named, or null
     * @param to the unit
     */
    public record Dispatch(String category, @Nullable String item, Unit to) {}

    /**
     * Whether a matter may be dispatched to a unit.
     *
     * @param day of the act
     */
    public Gate mayDispatch(int county, Dispatch wish, LocalDate day) {
        if (units.tree(county).level(wish.to().id()).above(Level.TOWNSHIP)) {
            return new Gate.Allowed();
        }
        var code = wish.item();
        var named = code == null ? Optional.<DutyItem>empty() : item(county, code, day);
        return named.map(item -> gate(county, item))
                .orElseGet(() -> byCategory(county, wish.category(), day));
    }

    /** The mildest item decides: which of several is meant only the dispatcher can say. */
    private Gate byCategory(int county, String category, LocalDate day) {
        var items = forCategory(county, category, Level.TOWNSHIP, day);
        return items.stream()
                .min(Comparator.comparing(DutyItem::kind))
                .map(item -> gate(county, item))
                .orElseGet(Gate.Allowed::new);
    }

    private Gate gate(int county, DutyItem item) {
        return switch (item.kind()) {
            case BASIC -> new Gate.Allowed();
            case COOPERATIVE -> new Gate.Cooperative(item, owner(county, item));
            case TAKEN_BACK -> new Gate.Refused(item, owner(county, item), item.basis());
        };
    }

    /** The department under its name of today, or as the list calls it; empty on the basic list. */
    public String owner(int county, DutyItem item) {
        return item.leadUnit() == null
                ? item.lead()
                : units.tree(county).find(item.leadUnit()).map(Unit::name).orElse(item.lead());
    }

    /** All items of the edition of the day, in the order of the lists; none before the first. */
    public List<DutyItem> items(int county, LocalDate day) {
        return store.edition(county, day)
                .map(edition -> store.items(county, edition.id()))
                .orElse(List.of());
    }

    /** Items of the edition of the day that a search finds, in the order of the lists. */
    public List<DutyItem> search(int county, DutySearch search, LocalDate day) {
        return items(county, day).stream().filter(search::fits).toList();
    }

    /** Says what an import would do; changes nothing. */
    public DutyReport check(int county, Path file) {
        return DutyTable.read(file, units.tree(county)).report();
    }

    /**
     * Puts a new edition in force; all of its items or none.
     *
     * @throws Refused when a row has a fault, there is an edition of that day, or the name is none
     */
    @Transactional
    public Edition load(int county, Path file, NewEdition wish) {
        int length = Math.max(wish.name().length(), wish.document().length());
        if (wish.name().isEmpty() || length > NewEdition.NAME_MAX) {
            throw new Refused(Refused.Kind.INVALID, "duty.refused.name", NewEdition.NAME_MAX);
        }
        var table = DutyTable.read(file, units.tree(county));
        if (!table.report().clean()) {
            throw new Refused(Refused.Kind.RULE, "duty.refused.rows", table.report().bad());
        }
        var edition = store.insert(county, wish, table.items());
        facts.publishEvent(
                new DutyListsChanged(county, clock.instant(), edition, wish.validFrom()));
        return store.edition(county, wish.validFrom()).orElseThrow();
    }
}
