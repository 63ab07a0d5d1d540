package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;
import wanhu.shell.OwnPath;

/**
 * Leads who has not signed in (any more) to the sign-in page and from there back. A form that was
 * being written comes back to its page, where the browser has kept the draft.
 */
final class SignInEntry implements AuthenticationEntryPoint {
    private static final String HTMX = "HX-Request";
    private static final String HTMX_PAGE = "HX-Current-URL";
    private static final String HTMX_REDIRECT = "HX-Redirect";

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        var address = address(request);
        if (request.getHeader(HTMX) != null) {
            response.setHeader(HTMX_REDIRECT, address);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.sendRedirect(address, HttpServletResponse.SC_SEE_OTHER);
    }

    /** The sign-in page, knowing where to go back to and whether something was being written. */
    static String address(HttpServletRequest request) {
        boolean writing = writing(request);
        var address = UriComponentsBuilder.fromPath("/sign-in");
        if (writing) {
            address.queryParam("lost", true);
        }
        var back = back(request, writing);
        if (!back.equals("/")) {
            address.queryParam("back", "{back}");
        }
        return address.encode().buildAndExpand(back).toUriString();
    }

    /** The page to which one comes back: that of the form when something was being written. */
    static String back(HttpServletRequest request) {
        return back(request, writing(request));
    }

    private static boolean writing(HttpServletRequest request) {
        return !"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod());
    }

    private static String back(HttpServletRequest request, boolean writing) {
        if (request.getHeader(HTMX) != null) {
            return path(request, request.getHeader(HTMX_PAGE)).orElse("/");
        }
        if (writing) {
            return path(request, request.getHeader(HttpHeaders.REFERER)).orElse("/");
        }
        var query = request.getQueryString();
        return OwnPath.or(
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                "/");
    }

    /** Path and query of an address on this server. */
    private static Optional<String> path(HttpServletRequest request, @Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            var uri = new URI(address);
            if (!request.getServerName().equalsIgnoreCase(uri.getHost())) {
                return Optional.empty();
            }
            var query = uri.getRawQuery();
            var path = query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
            return Optional.of(OwnPath.or(path, "/"));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
