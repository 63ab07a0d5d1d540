package wanhu.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import wanhu.base.Html;

/** Renders "room/name" with the template of that name in the folder of the room. */
@Component
class JteViews implements ViewResolver, Ordered {
    private static final String TYPE = "text/html;charset=UTF-8";
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, JteViews.class.getClassLoader(), "wanhu");
    private final Screens screens;

    JteViews(Screens screens) {
        this.screens = screens;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.indexOf(':') >= 0 ? null : new JteView(name + ".jte");
    }

    /** Draws a page outside of the order of pages. */
    void render(String name, Object page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        new JteView(name + ".jte").render(Map.of(Html.PAGE, page), request, response);
    }

    private final class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return TYPE;
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            var known = new HashMap<String, Object>();
            known.put("screen", screens.of(request));
            var page = model == null ? null : model.get(Html.PAGE);
            if (page != null) {
                known.put(Html.PAGE, page);
            }
            var output = new Utf8ByteOutput();
            engine.render(template, known, output);
            response.setContentType(TYPE);
            ComeAgain.say(response);
            // At once: each of its thousands of pieces would pass all wrappers of the response.
            var bytes = output.toByteArray();
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
