package wanhu.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.shell.Screen;

/**
 * The sign-in form.
 *
 * @param back own path to go to afterwards, or empty
 * @param lost whether a session ended while something was being written
 * @param login as typed before
 * @param no why it was refused, or null
 * @param demo buttons of the demonstration
 */
record SignInPage(
        String back,
        boolean lost,
        String login,
        @Nullable Refused no,
        List<DemoPosts.DemoPost> demo) {

    Map<String, List<DemoPosts.DemoPost>> groups() {
        return demo.stream()
                .collect(
                        Collectors.groupingBy(
                                DemoPosts.DemoPost::group,
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}
