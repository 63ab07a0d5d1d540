package wanhu.bulletin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.matter.PublicMatter;
import wanhu.org.Unit;
import wanhu.org.Units;

/** Bulletins that were published, for everybody. */
@Controller
class OpenPages {
    static final String PATH = "/open/bulletins";

    private final BulletinLists lists;
    private final Chosen chosen;
    private final Units units;

    OpenPages(BulletinLists lists, Chosen chosen, Units units) {
        this.lists = lists;
        this.chosen = chosen;
        this.units = units;
    }

    /** The list. */
    record ListPage(Unit county, Page<Bulletin> rows, Map<UUID, String> names) {
        String unit(Bulletin bulletin) {
            return names.getOrDefault(bulletin.unit(), "");
        }

        String address(Bulletin bulletin) {
            return PATH + "/" + bulletin.id() + "?county=" + county.county();
        }

        @Nullable String next() {
            return rows.next() == null
                    ? null
                    : PATH + "?county=" + county.county() + "&after=" + rows.next();
        }
    }

    @GetMapping(PATH)
    ModelAndView list(
            @RequestParam(defaultValue = "") String county,
            @RequestParam(defaultValue = "") String after) {
        var root = root(county);
        var rows = lists.open(root.county(), after);
        var tree = units.tree(root.county());
        var names =
                rows.rows().stream()
                        .map(Bulletin::unit)
                        .distinct()
                        .collect(Collectors.toMap(each -> each, each -> tree.get(each).name()));
        return Html.page("bulletin/openList", new ListPage(root, rows, names));
    }

    /** One of them, with what of its figures everybody may read. */
    record OpenPage(
            Unit county,
            Bulletin bulletin,
            String unit,
            @Nullable OpenFigures figures,
            List<PublicMatter> matters) {
        String comment(Section section) {
            return bulletin.texts().comment(section);
        }
    }

    @GetMapping(PATH + "/{bulletin}")
    ModelAndView show(
            @PathVariable UUID bulletin,
            @RequestParam(defaultValue = "") String county,
            Locale locale) {
        var root = root(county);
        var open = lists.open(root.county(), bulletin).orElseThrow(Bulletins::missing);
        var unit = units.get(root.county(), open.unit());
        return Html.page(
                "bulletin/open",
                new OpenPage(
                        root,
                        open,
                        unit.name(),
                        OpenFigures.of(unit, open, locale).orElse(null),
                        chosen.of(open)));
    }

    private Unit root(String code) {
        var known = units.counties();
        var county = code.isBlank() ? known.stream().findFirst() : asked(known, code.strip());
        return county.flatMap(each -> units.tree(each).root())
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "bulletin.refused.missing"));
    }

    private static java.util.Optional<Integer> asked(List<Integer> known, String code) {
        return known.stream().filter(each -> each.toString().equals(code)).findFirst();
    }
}
