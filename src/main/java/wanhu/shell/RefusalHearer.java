package wanhu.shell;

import jakarta.servlet.http.HttpServletRequest;

/** Who is told of each page that was forbidden to somebody, before the answer is given. */
public interface RefusalHearer {
    /** A request was answered with 403; its transaction is over. */
    void forbidden(HttpServletRequest request);
}
