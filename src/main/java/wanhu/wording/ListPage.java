package wanhu.wording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All texts that may be adapted, in their groups. */
record ListPage(Map<Group, List<Row>> groups) {
    /**
     * A text in the list.
     *
     * @param held the county's version in force; null where the shipped text holds
     * @param next the version that begins later; null when there is none
     */
    record Row(
            String key,
            Shipped shipped,
            Shipped now,
            @Nullable Version held,
            @Nullable Version next) {
        boolean adapted() {
            return !now.equals(shipped);
        }
    }

    static ListPage of(Wordings texts, int county) {
        var groups = new EnumMap<Group, List<Row>>(Group.class);
        for (Group group : Group.values()) {
            var rows = new ArrayList<Row>();
            texts.keys(group).forEach(key -> rows.add(row(texts, county, key)));
            groups.put(group, rows);
        }
        return new ListPage(groups);
    }

    private static Row row(Wordings texts, int county, String key) {
        var next =
                texts.versions(county, key).stream()
                        .filter(version -> version.validFrom().isAfter(texts.today()))
                        .findFirst()
                        .orElse(null);
        return new Row(
                key,
                texts.shipped(key),
                texts.now(county, key),
                texts.held(county, key, texts.today()).orElse(null),
                next);
    }

    List<Group> order() {
        return List.copyOf(groups.keySet());
    }

    List<Row> rows(Group group) {
        return groups.getOrDefault(group, List.of());
    }

    /** Two hundred rows at once help nobody: a group with texts of the county's own lies open. */
    boolean open(Group group) {
        return adapted(group) > 0;
    }

    long adapted(Group group) {
        return rows(group).stream().filter(Row::adapted).count();
    }
}
