package wanhu.suggest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import wanhu.base.Zones;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.duty.DutyItem;
import wanhu.duty.DutyLists;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * The door to suggestions. They are shown with their reasons, and nothing is ever done by them: a
 * person takes one or chooses otherwise (PIPL, article 24).
 */
@Service
public class Suggestions {
    /** Below this share a guess says nothing that helps. */
    private static final double SHARE_MIN = 0.05;

    private final Machines machines;
    private final Keywords keywords;
    private final Categories categories;
    private final DutyLists duties;
    private final Units units;
    private final Clock clock;

    Suggestions(
            Machines machines,
            Keywords keywords,
            Categories categories,
            DutyLists duties,
            Units units,
            Clock clock) {
        this.machines = machines;
        this.keywords = keywords;
        this.categories = categories;
        this.duties = duties;
        this.units = units;
        this.clock = clock;
    }

    /** Categories that a text may belong to, the likeliest first. */
    public List<Suggested> categories(int county, String text) {
        var byWords = keywords.suggest(county, text);
        var learned = machines.find(county, Subject.CATEGORY);
        if (learned.isEmpty()) {
            return byWords.stream().limit(Suggested.MOST).toList();
        }
        var found = new LinkedHashMap<String, Suggested>();
        for (Guess guess : guesses(learned.get(), text)) {
            categories
                    .find(county, guess.label())
                    .filter(Category::live)
                    .ifPresent(each ->
                            found.put(each.code(), learned(each, guess, learned.get(), text)));
        }
        // What too few closed matters were about can't be learned; the words know it all the same.
        byWords.stream()
                .filter(each -> !learned.get().machine().form().labels().contains(each.value()))
                .forEach(each -> found.putIfAbsent(each.value(), each));
        return found.values().stream().limit(Suggested.MOST).toList();
    }

    private static Suggested learned(
            Category category, Guess guess, ModelStore.Kept by, String text) {
        var why = new Why.Learned(guess.pieces(), guess.share(), by.version());
        var words = Keywords.words(category, text);
        var suggested = new Suggested(category.code(), List.of(why));
        return words.isEmpty() ? suggested : suggested.also(new Why.Words(words));
    }

    private static List<Guess> guesses(ModelStore.Kept by, String text) {
        return by.machine().guesses(Plain.of(text)).stream()
                .filter(each -> each.share() >= SHARE_MIN)
                .toList();
    }

    /**
     * What has to be handled.
     *
     * @param category code of its category; empty when it is not known
     * @param place the unit where it is
     */
    public record Work(int county, String category, String text, UUID place) {}

    /** Units that may handle it: first those of the duty lists, then those that usually did. */
    public List<Suggested> units(Work work) {
        var tree = units.tree(work.county());
        var found = new LinkedHashMap<UUID, Suggested>();
        for (DutyItem item : items(work)) {
            owner(tree, item, work.place())
                    .ifPresent(unit -> put(found, unit.id(), new Why.Listed(item)));
        }
        machines.find(work.county(), Subject.UNIT)
                .ifPresent(by ->
                        guesses(by, told(work))
                                .forEach(guess ->
                                        new Handlers(tree)
                                                .unit(guess.label(), work.place())
                                                .ifPresent(unit ->
                                                        put(
                                                                found,
                                                                unit.id(),
                                                                new Why.Learned(
                                                                        guess.pieces(),
                                                                        guess.share(),
                                                                        by.version())))));
        return found.values().stream().limit(Suggested.MOST).toList();
    }

    private static void put(Map<UUID, Suggested> found, UUID unit, Why why) {
        var known = found.get(unit);
        if (known == null) {
            found.put(unit, new Suggested(unit.toString(), List.of(why)));
        } else if (known.why().stream().noneMatch(each -> each.getClass() == why.getClass())) {
            found.put(unit, known.also(why));
        }
    }

    /** The name of the category is part of what is told: it says much of who handles it. */
    private String told(Work work) {
        return told(categories.find(work.county(), work.category()), work.text());
    }

    static String told(Optional<Category> category, String text) {
        return category.map(each -> each.nameZh() + "\n" + text).orElse(text);
    }

    /** The items of the category, those first that have most words in common with the text. */
    private List<DutyItem> items(Work work) {
        if (work.category().isEmpty()) {
            return List.of();
        }
        var told = Bag.of(work.text());
        var items =
                new ArrayList<>(
                        duties.forCategory(
                                work.county(),
                                work.category(),
                                Level.TOWNSHIP,
                                Zones.day(clock.instant())));
        items.sort(
                Comparator.comparingDouble((DutyItem item) -> -told.likeness(Bag.of(item.text()))));
        return items;
    }

    private static Optional<Unit> owner(Tree tree, DutyItem item, UUID place) {
        var lead = item.leadUnit();
        if (lead != null) {
            return tree.find(lead).filter(Unit::live);
        }
        return item.lead().isEmpty()
                ? tree.find(place).flatMap(at -> tree.above(at.id(), Level.TOWNSHIP))
                : Optional.empty();
    }

    /** Words of the text that say that somebody is in danger. */
    public List<String> urgent(String text) {
        return Urgency.words(text);
    }
}
