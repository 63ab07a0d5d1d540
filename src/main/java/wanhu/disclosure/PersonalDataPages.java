package wanhu.disclosure;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.vault.Notice;
import wanhu.vault.PersonalField;
import wanhu.vault.PrivacyNotices;

/**
 * Which personal data is kept here, whose, why, by which article, how and how long, generated from
 * the register in the code: what the page doesn't name is not kept (PIPL, articles 7 and 17).
 */
@Controller
class PersonalDataPages {
    private final PrivacyNotices notices;

    PersonalDataPages(PrivacyNotices notices) {
        this.notices = notices;
    }

    @GetMapping("/open/personal-data")
    ModelAndView show() {
        return Html.page("disclosure/personalData", new RegisterPage(notices.now()));
    }

    /** All versions of the notice, the newest first. */
    record NoticesPage(List<Notice> all) {}

    /** What residents were told of their data, and from which day. */
    @GetMapping("/open/privacy")
    ModelAndView privacy() {
        return Html.page("disclosure/privacy", new NoticesPage(notices.all()));
    }

    /** The register, residents first. */
    record RegisterPage(Notice notice) {
        List<PersonalField> of(PersonalField.Whose whose) {
            return Arrays.stream(PersonalField.values())
                    .filter(field -> field.whose() == whose)
                    .toList();
        }
    }
}
