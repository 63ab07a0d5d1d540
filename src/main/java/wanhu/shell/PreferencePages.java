package wanhu.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;

/** Changes the language and the size of the print; plain links, so that they need no script. */
@Controller
class PreferencePages {
    @RequestMapping(
            path = "/language",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView language(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        return kept(Preferences.language(Locale.of("en".equals(to) ? "en" : "zh")), back, response);
    }

    @RequestMapping(
            path = "/elder",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView elder(
            @RequestParam boolean on,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        return kept(Preferences.elder(on), back, response);
    }

    private static ModelAndView kept(
            ResponseCookie cookie, String back, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return Html.redirect(OwnPath.or(back, "/"));
    }
}
