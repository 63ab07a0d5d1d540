package wanhu.org;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;

/**
 * The units of one county with the city and the province above it, as they are today: an immutable
 * snapshot in memory. Closed units are found by id, so that old facts keep their name; lists have
 * only live ones.
 */
public final class Tree {
    private static final Comparator<Unit> PROTOCOL =
            Comparator.comparingInt(Unit::order).thenComparing(Unit::path);

    /** Rank of what the search does not find. */
    private static final int MISS = 5;

    private final int county;
    private final Map<UUID, Unit> byId = new HashMap<>();
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<String, Unit> byPath = new HashMap<>();
    private final Map<UUID, List<Unit>> children = new HashMap<>();
    private final List<Unit> sorted;
    private final Map<UUID, String> initials = new HashMap<>();

    Tree(int county, Collection<Unit> units) {
        this.county = county;
        this.sorted = units.stream().sorted(Comparator.comparing(Unit::path)).toList();
        for (Unit unit : sorted) {
            byId.put(unit.id(), unit);
            byCode.put(unit.code(), unit);
            byPath.put(unit.path().text(), unit);
            initials.put(unit.id(), Initials.of(unit.name()));
            if (unit.live() && unit.above() != null) {
                children.computeIfAbsent(unit.above(), _ -> new ArrayList<>()).add(unit);
            }
        }
        children.replaceAll((_, list) -> list.stream().sorted(PROTOCOL).toList());
    }

    /** The county whose tree it is. */
    public int county() {
        return county;
    }

    /** How many units it holds, closed ones and ancestors of the county included. */
    public int size() {
        return sorted.size();
    }

    /** The county's own unit; empty while the county has not been founded here. */
    public Optional<Unit> root() {
        return sorted.stream()
                .filter(unit -> unit.county() == county && unit.kind().territorial())
                .max(
                        Comparator.comparing(Unit::level)
                                .thenComparingInt(unit -> -unit.path().depth()))
                .filter(unit -> !Level.COUNTY.above(unit.level()));
    }

    /**
     * The unit, closed or not.
     *
     * @throws NoSuchElementException when the county has no such unit
     */
    public Unit get(UUID id) {
        return find(id).orElseThrow(() ->
                new NoSuchElementException(
                        "Expected a unit of county " + county + " but got " + id));
    }

    /** The unit, closed or not, if the county has it. */
    public Optional<Unit> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The unit with that division code or local code, closed or not. */
    public Optional<Unit> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The unit at that place today. */
    public Optional<Unit> byPath(OrgPath path) {
        return Optional.ofNullable(byPath.get(path.text()));
    }

    /** The live units directly below, in protocol order. */
    public List<Unit> children(UUID id) {
        return children.getOrDefault(id, List.of());
    }

    /** The units above, nearest first, the unit itself left out. */
    public List<Unit> ancestors(UUID id) {
        var above = new ArrayList<Unit>();
        var next = parent(get(id));
        while (next != null) {
            above.add(next);
            next = parent(next);
        }
        return List.copyOf(above);
    }

    /** The territory of that level which the unit is or in which it lies. */
    public Optional<Unit> above(UUID id, Level level) {
        return withAncestors(id)
                .filter(unit -> unit.kind().territorial() && unit.level() == level)
                .findFirst();
    }

    /** The level at which the unit works: that of the nearest territory which it is or lies in. */
    public Level level(UUID id) {
        return withAncestors(id)
                .filter(unit -> unit.kind().territorial())
                .findFirst()
                .map(Unit::level)
                .orElse(Level.COUNTY);
    }

    /** Live units at the place and below it, sorted by path. */
    public List<Unit> subtree(OrgPath path) {
        return sorted.stream().filter(unit -> unit.live() && path.contains(unit.path())).toList();
    }

    /** Ids of all units at the place and below it, closed ones too: old facts keep theirs. */
    public Set<UUID> ever(OrgPath path) {
        return sorted.stream()
                .filter(unit -> path.contains(unit.path()))
                .map(Unit::id)
                .collect(Collectors.toSet());
    }

    /** Live territories of one level at the place and below it, sorted by path. */
    public List<Unit> territories(OrgPath path, Level level) {
        return subtree(path).stream()
                .filter(unit -> unit.kind().territorial() && unit.level() == level)
                .toList();
    }

    /** Live villages, gacha, communities and their like at the place and below it. */
    public List<Unit> villages(OrgPath path) {
        return territories(path, Level.VILLAGE);
    }

    /** Live townships, sumu, subdistricts and their like of the county. */
    public List<Unit> townships() {
        return root().map(unit -> territories(unit.path(), Level.TOWNSHIP)).orElse(List.of());
    }

    /** Live departments of the county, in protocol order. */
    public List<Unit> departments() {
        return sorted.stream()
                .filter(unit -> unit.live() && unit.kind() == UnitKind.DEPARTMENT)
                .sorted(PROTOCOL)
                .toList();
    }

    /**
     * Live units whose name contains the text, or the pinyin initials of whose name start with it
     * or contain it in order ("alsyq" and "ayq" find 阿拉善右旗), or whose code starts with it; best
     * first.
     */
    public List<Unit> search(String text, int limit) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return sorted.stream()
                .filter(Unit::live)
                .filter(unit -> rank(unit, wanted) < MISS)
                .sorted(
                        Comparator.comparingInt((Unit unit) -> rank(unit, wanted))
                                .thenComparing(Unit::path))
                .limit(limit)
                .toList();
    }

    /** The pinyin initials of a unit's name, for lists that are filtered by typing: "lswz". */
    public String initials(UUID id) {
        return initials.getOrDefault(id, "");
    }

    private int rank(Unit unit, String wanted) {
        var letters = initials.getOrDefault(unit.id(), "");
        if (unit.name().startsWith(wanted)) {
            return 0;
        }
        if (letters.startsWith(wanted)) {
            return 1;
        }
        if (unit.name().contains(wanted)) {
            return 2;
        }
        if (unit.code().startsWith(wanted.toUpperCase(Locale.ROOT))) {
            return 3;
        }
        return Initials.skips(wanted, letters) ? 4 : MISS;
    }

    private @Nullable Unit parent(Unit unit) {
        return unit.above() == null ? null : byId.get(unit.above());
    }

    private Stream<Unit> withAncestors(UUID id) {
        return Stream.concat(Stream.of(get(id)), ancestors(id).stream());
    }
}
