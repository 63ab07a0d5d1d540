package wanhu.base;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a page method answers with: a template and the one record made for it, or another address.
 */
public final class Html {
    /** Name under which the template receives its record. */
    public static final String PAGE = "page";

    private Html() {}

    /** A page: "org/browse" is the template browse.jte of room org. */
    public static ModelAndView page(String template, Object page) {
        return page(template, page, HttpStatus.OK);
    }

    /** A page with another status, for a form that is shown again with its faults. */
    public static ModelAndView page(String template, Object page, HttpStatus status) {
        var answer = new ModelAndView(template);
        answer.addObject(PAGE, page);
        answer.setStatus(status);
        return answer;
    }

    /** After a POST: the browser goes to another page of ours (303). */
    public static ModelAndView redirect(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Expected a path of our own but got " + path);
        }
        var answer = new ModelAndView("redirect:" + path);
        answer.setStatus(HttpStatus.SEE_OTHER);
        return answer;
    }
}
