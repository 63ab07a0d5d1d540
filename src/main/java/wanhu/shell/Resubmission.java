package wanhu.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a form had sent when its session was gone, so that nobody has to write it again.
 *
 * @param action where the form goes
 * @param entries the fields, without files and secrets
 */
record Resubmission(String action, List<Entry> entries) {
    static final Resubmission NOTHING = new Resubmission("", List.of());
    private static final Set<String> NEVER = Set.of("_csrf", "password", "again", "code");
    private static final int CHARACTERS_MAX = 20_000;

    /** One field. */
    record Entry(String name, String value) {
        boolean visible() {
            return value.length() > 1 && !value.matches("[0-9a-fA-F-]{36}");
        }
    }

    /**
     * What this request has sent; nothing unless one of our own pages sent it, since a foreign page
     * could else have somebody send what it wrote.
     */
    static Resubmission of(HttpServletRequest request) {
        if (!"same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                || !"POST".equals(method(request))) {
            return NOTHING;
        }
        var entries =
                request.getParameterMap().entrySet().stream()
                        .filter(each -> !secret(each.getKey()))
                        .flatMap(each ->
                                Arrays.stream(each.getValue())
                                        .map(value -> new Entry(each.getKey(), value)))
                        .toList();
        int characters = entries.stream().mapToInt(each -> each.value().length()).sum();
        return characters > CHARACTERS_MAX ? NOTHING : new Resubmission(path(request), entries);
    }

    private static boolean secret(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return NEVER.contains(lower) || lower.contains("password");
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }

    /** Since Servlet 6.1 the dispatch to the error page is itself a GET. */
    private static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String method
                ? method
                : request.getMethod();
    }
}
