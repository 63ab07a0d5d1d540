package wanhu.open311;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import wanhu.base.Words;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.life.Kind;

/** The county's categories as services of the standard, each with what it asks for. */
@Component
class Services {
    static final String KIND = "kind";
    static final String DANGER = "danger";
    static final String TITLE = "title";
    static final String SECRET = "secret";
    static final String PUBLISH = "publish";
    static final String YES = "yes";

    private static final String NOTICE = "notice";
    private static final String NO = "no";

    private final Categories categories;
    private final Words words;

    Services(Categories categories, Words words) {
        this.categories = categories;
        this.words = words;
    }

    /** What can be reported, in the order of the tree: categories with none below them. */
    List<Category> list(int county) {
        var found = new ArrayList<Category>();
        below(found, county, "");
        return found;
    }

    private void below(List<Category> found, int county, String above) {
        for (Category each : categories.children(county, above)) {
            int before = found.size();
            below(found, county, each.code());
            if (found.size() == before) {
                found.add(each);
            }
        }
    }

    /** Whether something can be reported under the code today. */
    boolean offers(int county, String code) {
        return list(county).stream().anyMatch(each -> each.code().equals(code));
    }

    /**
     * The service of a code.
     *
     * @throws Denied 404 when there is none, or none any more
     */
    Category get(int county, String code) {
        return list(county).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        Denied.missing(
                                "service_code", "open311.fault.service", Denied.shown(code)));
    }

    /** Its name; the code itself for a category that is gone. */
    String name(int county, String code, Locale locale) {
        return categories.find(county, code).map(each -> each.name(locale)).orElse(code);
    }

    /** A line of the list of services. */
    Value line(int county, Category category, Locale locale) {
        var hint = "en".equals(locale.getLanguage()) ? "" : category.hint();
        var top = category.code().replaceFirst("\\..*", "");
        return Value.fields()
                .text("service_code", category.code())
                .text("service_name", category.name(locale))
                .text("description", hint.isEmpty() ? category.name(locale) : hint)
                .with("metadata", new Value.Flag(true))
                .text("type", "realtime")
                .text("keywords", category.keywords().replace("|", ", "))
                .text("group", name(county, top, locale))
                .group();
    }

    /** The definition of a service. */
    Value definition(Category category, Locale locale) {
        var values = new ArrayList<Value>();
        for (Attribute each : attributes(category, locale)) {
            values.add(each.value(values.size() + 1));
        }
        return Value.fields()
                .text("service_code", category.code())
                .with("attributes", new Value.Items("attribute", values))
                .group();
    }

    /**
     * What a service asks for. Where lives may be in danger the question of the resident's own form
     * must be answered; what a report of wrongdoing is, is told to us alone, and not offered.
     */
    List<Attribute> attributes(Category category, Locale locale) {
        var all = new ArrayList<Attribute>();
        all.add(told(locale));
        all.add(choice(KIND, false, said(locale, "open311.attribute.kind"), kinds(locale)));
        var stop = category.stop(locale);
        if (!stop.isEmpty()) {
            all.add(choice(DANGER, true, stop, yesOrNo(locale)));
        }
        all.add(
                new Attribute(
                        TITLE,
                        Attribute.Datatype.STRING,
                        true,
                        false,
                        said(locale, "open311.attribute.title"),
                        said(locale, "open311.attribute.title.hint"),
                        List.of()));
        all.add(choice(SECRET, false, said(locale, "open311.attribute.secret"), yesOrNo(locale)));
        all.add(choice(PUBLISH, false, said(locale, "open311.attribute.publish"), yesOrNo(locale)));
        return all;
    }

    private Attribute told(Locale locale) {
        return new Attribute(
                NOTICE,
                Attribute.Datatype.STRING,
                false,
                false,
                said(locale, "open311.attribute.notice"),
                "",
                List.of());
    }

    private static Attribute choice(
            String code, boolean required, String description, List<Attribute.Option> options) {
        return new Attribute(
                code, Attribute.Datatype.SINGLE, true, required, description, "", options);
    }

    private List<Attribute.Option> kinds(Locale locale) {
        return Stream.of(Kind.HELP, Kind.COMPLAINT, Kind.INQUIRY, Kind.SUGGESTION)
                .map(kind -> new Attribute.Option(kind.name(), said(locale, "life.kind." + kind)))
                .toList();
    }

    private List<Attribute.Option> yesOrNo(Locale locale) {
        return List.of(
                new Attribute.Option(NO, said(locale, "open311.no")),
                new Attribute.Option(YES, said(locale, "open311.yes")));
    }

    private String said(Locale locale, String key) {
        return words.text(locale, key);
    }
}
