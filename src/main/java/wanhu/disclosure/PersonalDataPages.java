package wanhu.disclosure;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.vault.PersonalField;

/**
 * Which personal data is kept here, whose, why, by which article, how and how long, generated from
 * the register in the code: what the page doesn't name is not kept (PIPL, articles 7 and 17).
 */
@Controller
class PersonalDataPages {
    @GetMapping("/open/personal-data")
    ModelAndView show() {
        return Html.page("disclosure/personalData", new RegisterPage());
    }

    /** The register, residents first. */
    record RegisterPage() {
        List<PersonalField> of(PersonalField.Whose whose) {
            return Arrays.stream(PersonalField.values())
                    .filter(field -> field.whose() == whose)
                    .toList();
        }
    }
}
