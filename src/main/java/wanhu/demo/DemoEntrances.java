package wanhu.demo;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import wanhu.base.Settings;
import wanhu.base.StartupNote;
import wanhu.base.Words;
import wanhu.people.DemoPosts;

/** The buttons of the sign-in page, and the same posts on the console. */
@Component
class DemoEntrances implements DemoPosts, StartupNote {
    private final DemoStore store;
    private final Words words;
    private final Settings settings;

    DemoEntrances(DemoStore store, Words words, Settings settings) {
        this.store = store;
        this.words = words;
        this.settings = settings;
    }

    @Override
    public List<DemoPost> list() {
        return store.buttons(DemoCounty.CODE).stream()
                .map(button ->
                        new DemoPost(
                                button.account(),
                                button.post(),
                                words.text(Locale.CHINESE, "base.role." + button.role().name()),
                                button.name(),
                                button.title()))
                .toList();
    }

    @Override
    public List<String> lines() {
        return settings.demo()
                ? List.of(
                        words.text(
                                Locale.ENGLISH,
                                "demo.console",
                                store.buttons(DemoCounty.CODE).size()))
                : List.of();
    }
}
