package wanhu.base;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The texts of all rooms in Chinese and English; each room keeps its own beside its code. */
@Component
public final class Words {
    private static final Locale FALLBACK = Locale.CHINESE;
    private static final int NOWHERE = 0;
    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    /** Texts taken apart once; as many as there are words and words of counties. */
    private final Map<String, Phrase> phrases = new ConcurrentHashMap<>();

    /** Found once, when the first text is asked for: a page asks for hundreds. */
    private final SingletonSupplier<List<LocalTexts>> local;

    Words(ObjectProvider<LocalTexts> local) {
        this.local = SingletonSupplier.of(() -> local.stream().toList());
        read("zh");
        read("en");
    }

    /**
     * The text of a key with its arguments (see {@link MessageFormat}); Chinese unless English is
     * asked for.
     *
     * @throws IllegalArgumentException when no room has the key
     */
    public String text(Locale locale, String key, Object... arguments) {
        return text(NOWHERE, locale, key, arguments);
    }

    /**
     * The text of a key as a county says it today, else as shipped: what decides the labels of
     * stages and steps, and the texts that residents read.
     *
     * @throws IllegalArgumentException when no room has the key
     */
    public String text(int county, Locale locale, String key, Object... arguments) {
        var text = own(county, locale, key);
        return phrases.computeIfAbsent(text == null ? pattern(locale, key) : text, Phrase::new)
                .say(locale, plain(county, locale, arguments));
    }

    private @Nullable String own(int county, Locale locale, String key) {
        if (county != NOWHERE) {
            for (LocalTexts texts : local.obtain()) {
                var found = texts.find(county, locale, key);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return null;
    }

    /**
     * The shipped text of a key, before its places are filled.
     *
     * @throws IllegalArgumentException when no room has the key
     */
    public String pattern(Locale locale, String key) {
        return find(locale, key)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "Expected a word but there is none for " + key));
    }

    /** The keys that begin so, in the order of the alphabet. */
    public List<String> keys(String prefix) {
        return byLanguage.getOrDefault("zh", Map.of()).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    /**
     * Whole numbers stay as they are: 2026 is a year and not 2,026; words are said in the same
     * language.
     */
    private Object[] plain(int county, Locale locale, Object[] arguments) {
        if (arguments.length == 0) {
            return arguments;
        }
        var plain = arguments.clone();
        for (int at = 0; at < plain.length; at++) {
            plain[at] =
                    switch (plain[at]) {
                        case Integer number -> number.toString();
                        case Long number -> number.toString();
                        case Word word ->
                                text(county, locale, word.key(), word.arguments().toArray());
                        case Object other -> other;
                    };
        }
        return plain;
    }

    /** Whether some room has the key. */
    public boolean has(String key) {
        return find(FALLBACK, key).isPresent();
    }

    private Optional<String> find(Locale locale, String key) {
        var language = "en".equals(locale.getLanguage()) ? "en" : "zh";
        return Optional.ofNullable(byLanguage.getOrDefault(language, Map.of()).get(key));
    }

    private void read(String language) {
        var all = new HashMap<String, String>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:wanhu/*/words_" + language + ".properties")) {
                var words = new Properties();
                try (var reader =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
                words.forEach((key, text) -> all.put((String) key, (String) text));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        byLanguage.put(language, Map.copyOf(all));
    }
}
