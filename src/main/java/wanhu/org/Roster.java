package wanhu.org;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a grid or a village has everybody it must have (一格一长一警一专多兼; 四个一).
 *
 * @param lines one line a slot; empty for units that need no roster
 */
public record Roster(List<Line> lines) {
    /**
     * One slot.
     *
     * @param key name of the slot, also of its word: a {@link Slot} or PAIRED_UNIT
     * @param need how many there must be at least
     * @param most how many there may be
     * @param names who fills it
     * @param count how many fill it
     */
    public record Line(String key, int need, int most, List<String> names, int count) {
        public Line {
            names = List.copyOf(names);
        }

        /** Whether there are as many as there must be, and no more than there may be. */
        public boolean complete() {
            return count >= need && count <= most;
        }
    }

    private static final String PAIRED_UNIT = "PAIRED_UNIT";
    private static final int MANY = 99;

    public Roster {
        lines = List.copyOf(lines);
    }

    /** Whether no slot is empty or overfull. */
    public boolean complete() {
        return lines.stream().allMatch(Line::complete);
    }

    /** The lines that are not in order. */
    public List<Line> faults() {
        return lines.stream().filter(line -> !line.complete()).toList();
    }

    static Roster of(UnitKind kind, List<FilledPost> posts, int pairedUnits) {
        var lines = new ArrayList<Line>();
        for (Slot slot : Slot.values()) {
            if (slot.fits(kind)) {
                lines.add(line(slot, posts));
            }
        }
        if (Slot.FIRST_SECRETARY.fits(kind)) {
            lines.add(new Line(PAIRED_UNIT, 1, MANY, List.of(), pairedUnits));
        }
        return new Roster(lines);
    }

    private static Line line(Slot slot, List<FilledPost> posts) {
        var names =
                posts.stream()
                        .filter(post -> post.slot() == slot)
                        .map(FilledPost::name)
                        .flatMap(Stream::ofNullable)
                        .toList();
        return new Line(slot.name(), need(slot), most(slot), names, names.size());
    }

    private static int need(Slot slot) {
        return switch (slot) {
            case HEAD, POLICE, FULL_TIME, PARTY_CONTACT -> 1;
            case COUNTY_LEADER, TOWNSHIP_LEADER, FIRST_SECRETARY -> 1;
            case PART_TIME -> 0;
        };
    }

    private static int most(Slot slot) {
        return switch (slot) {
            case HEAD, POLICE, FULL_TIME, FIRST_SECRETARY -> 1;
            case PARTY_CONTACT, COUNTY_LEADER, TOWNSHIP_LEADER, PART_TIME -> MANY;
        };
    }
}
