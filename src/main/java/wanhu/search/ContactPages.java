package wanhu.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
import wanhu.vault.PersonalField;
import wanhu.vault.Purpose;
import wanhu.vault.Stated;

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
            @Nullable List<SearchPage.Row> rows,
            String use,
            String purpose,
            @Nullable Refused fault) {
        /** For what contacts may be looked for. */
        Set<Purpose> uses() {
            return PersonalField.REQUESTER_PHONE.purposes();
        }
    }

    @GetMapping(PATH)
    ModelAndView form() {
        return Html.page(PAGE, new ContactPage(null, Purpose.ANSWER_CALLER.name(), "", null));
    }

    @PostMapping(PATH)
    ModelAndView search(
            Actor actor,
            @RequestParam(defaultValue = "") String contact,
            @ModelAttribute Stated.Form why,
            Locale locale) {
        try {
            var names = new RowNames(units.tree(actor.county()), categories, locale);
            var rows =
                    contacts.find(actor, contact, why.stated()).stream()
                            .map(hit -> names.row(hit, ""))
                            .toList();
            return Html.page(PAGE, new ContactPage(rows, why.chosen(), why.typed(), null));
        } catch (Refused no) {
            return Html.page(
                    PAGE,
                    new ContactPage(null, why.chosen(), why.typed(), no),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }
}
