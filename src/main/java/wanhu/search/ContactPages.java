package wanhu.search;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.category.Categories;
import wanhu.matter.ContactSearch;
import wanhu.org.Units;

/**
 * What is going on for somebody who calls, by her name or phone; posted, so that no address keeps
 * it.
 */
@Controller
@For({Role.PHONE_DESK, Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK})
class ContactPages {
    private static final String PATH = "/search/contact";
    private static final String PAGE = "search/contact";

    private final ContactSearch contacts;
    private final Categories categories;
    private final Units units;

    ContactPages(ContactSearch contacts, Categories categories, Units units) {
        this.contacts = contacts;
        this.categories = categories;
        this.units = units;
    }

    /**
     * Page of the search by contact.
     *
     * @param rows what was found; null before anything was looked for
     * @param fault why nothing was; null when all is well
     */
    record ContactPage(
            @Nullable List<SearchPage.Row> rows, String purpose, @Nullable Refused fault) {}

    @GetMapping(PATH)
    ModelAndView form() {
        return Html.page(PAGE, new ContactPage(null, "", null));
    }

    @PostMapping(PATH)
    ModelAndView search(
            Actor actor,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String purpose,
            Locale locale) {
        try {
            var names = new RowNames(units.tree(actor.county()), categories, locale);
            var rows =
                    contacts.find(actor, contact, purpose).stream()
                            .map(hit -> names.row(hit, ""))
                            .toList();
            return Html.page(PAGE, new ContactPage(rows, purpose, null));
        } catch (Refused no) {
            return Html.page(
                    PAGE,
                    new ContactPage(null, purpose, no),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }
}
