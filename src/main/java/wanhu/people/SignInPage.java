package wanhu.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import wanhu.base.Refused;
import wanhu.shell.Screen;

/**
 * The sign-in form.
 *
 * @param back own path to go to afterwards, or empty
 * @param lost whether a session ended while something was being written
 * @param login as typed before
 * @param no why it was refused, or null
 * @param elsewhere what stands on the button of the provider, empty for the usual words; null when
 *     there is none
 * @param demo buttons of the demonstration
 */
record SignInPage(
        String back,
        boolean lost,
        String login,
        @Nullable Refused no,
        @Nullable String elsewhere,
        List<DemoPosts.DemoPost> demo) {

    Map<String, List<DemoPosts.DemoPost>> groups() {
        return demo.stream()
                .collect(
                        Collectors.groupingBy(
                                DemoPosts.DemoPost::group,
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /** What stands on the button of the provider. */
    String elsewhere(Screen screen) {
        return elsewhere == null || elsewhere.isEmpty()
                ? screen.t("people.elsewhere.do")
                : elsewhere;
    }

    /** Where it leads. */
    String elsewhereHref() {
        return UriComponentsBuilder.fromPath(ElsewherePages.PATH)
                .queryParam("back", "{back}")
                .encode()
                .buildAndExpand(back)
                .toUriString();
    }

    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}
