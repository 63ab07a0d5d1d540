package wanhu.category;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Sql;
import wanhu.base.Verb;

/** The door to categories: the shipped tree with what the county changed in it. */
@Service
public class Categories {
    private static final int SUGGESTIONS_MAX = 5;

    private final CategoryStore store;
    private final Clock clock;
    private final Audit audit;
    private final Map<Integer, Map<String, Category>> trees = new ConcurrentHashMap<>();

    Categories(CategoryStore store, Clock clock, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    /** All categories of a county by code, closed ones too, in the order of the tree. */
    public Map<String, Category> tree(int county) {
        return trees.computeIfAbsent(county, this::read);
    }

    /** When the county last changed its own; empty when it has none. */
    public Optional<Instant> changed(int county) {
        return store.changed(county);
    }

    private Map<String, Category> read(int county) {
        var tree = new LinkedHashMap<String, Category>();
        ShippedCategories.LIST.forEach(each -> tree.put(each.code(), each));
        store.list(county).forEach(each -> tree.put(each.code(), each));
        return java.util.Collections.unmodifiableMap(tree);
    }

    /** The category with that code, closed or not. */
    public Optional<Category> find(int county, String code) {
        return Optional.ofNullable(tree(county).get(code));
    }

    /**
     * Name of a category with those above it: "农牧业生产 / 农田用电"; the code itself when it is not known.
     */
    public String name(int county, String code, Locale locale) {
        var category = tree(county).get(code);
        if (category == null) {
            return code;
        }
        var above = category.above();
        return above.isEmpty()
                ? category.name(locale)
                : name(county, above, locale) + " / " + category.name(locale);
    }

    /** The categories directly below one, or at the top, that can be chosen. */
    public List<Category> children(int county, @Nullable String above) {
        var parent = above == null ? "" : above;
        return tree(county).values().stream()
                .filter(each -> each.live() && each.above().equals(parent))
                .sorted(Comparator.comparingInt(Category::order))
                .toList();
    }

    /** Categories whose words a text contains, the best first; a person chooses. */
    public List<Category> suggest(int county, String text) {
        record Hit(Category category, int weight) {}
        return tree(county).values().stream()
                .filter(Category::live)
                .map(each -> new Hit(each, weight(each, text)))
                .filter(hit -> hit.weight() > 0)
                .sorted(
                        Comparator.comparingInt(Hit::weight)
                                .reversed()
                                .thenComparingInt(hit -> -hit.category().code().length()))
                .limit(SUGGESTIONS_MAX)
                .map(Hit::category)
                .toList();
    }

    private static int weight(Category category, String text) {
        int weight = text.contains(category.nameZh()) ? 2 * category.nameZh().length() : 0;
        for (String word : category.keywords().split("\\|", -1)) {
            if (!word.isBlank() && text.contains(word)) {
                weight += word.length();
            }
        }
        return weight;
    }

    /**
     * The category if it can be chosen for a new matter.
     *
     * @throws Refused INVALID when there is none with that code or it was closed
     */
    public Category chosen(int county, String code) {
        return find(county, code)
                .filter(Category::live)
                .orElseThrow(() -> new Refused(Kind.INVALID, "category.refused.unknown"));
    }

    /**
     * Adds or changes a category of the county; a code is never reused for something else.
     *
     * @throws Refused INVALID when the one above is missing
     */
    @Transactional
    public void save(Actor actor, Category category) {
        var above = category.above();
        Refused.unless(
                Kind.INVALID,
                above.isEmpty() || find(actor.county(), above).isPresent(),
                "category.refused.above");
        store.save(actor, category, Sql.at(clock.instant()));
        audit.record(
                actor,
                Act.of(Verb.CATEGORY_SAVED, category.code())
                        .with("name", category.nameZh())
                        .with("live", category.live()));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        trees.remove(actor.county());
                    }
                });
    }
}
