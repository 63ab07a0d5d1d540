package wanhu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every text exists in both languages, and everything that is asked for exists. */
class WordsTest {
    private static final Pattern IN_QUOTES = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9_.-]+)\"");
    private static final Pattern TABLE =
            Pattern.compile("create table (?:if not exists )?([a-z_]+\\.[a-z_]+)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern LONE_QUOTE = Pattern.compile("(?<!')'(?:'')*(?!')");
    private static final List<String> NO_WORDS =
            List.of(".properties", ".keys", ".csv", ".jte", ".sql");

    private final Set<String> tables = tables();
    private final Map<String, Map<String, String>> chinese = words("zh");
    private final Map<String, Map<String, String>> english = words("en");

    @Test
    void aRoomHasTheSameWordsInBothLanguages() {
        for (var room : rooms()) {
            assertThat(english.getOrDefault(room, Map.of()).keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            chinese.getOrDefault(room, Map.of()).keySet());
        }
    }

    @Test
    void aWordBeginsWithItsRoom() {
        chinese.forEach((room, words) ->
                assertThat(words.keySet()).allMatch(key -> key.startsWith(room + ".")));
    }

    @Test
    void noChineseWordIsEmptyAndEnglishIsEnglish() {
        var wrong = new ArrayList<String>();
        chinese.values().forEach(words -> words.forEach((key, text) -> blank(key, text, wrong)));
        english.values()
                .forEach(words ->
                        words.forEach((key, text) -> {
                            if (HAN.matcher(text).find() && !quotesChinese(key)) {
                                wrong.add(key + " = " + text);
                            }
                        }));
        assertThat(wrong).isEmpty();
    }

    /** The switch of languages names each in itself; a hint may show what to type. */
    private static boolean quotesChinese(String key) {
        return key.contains("chinese") || key.contains("language") || key.endsWith(".hint");
    }

    private static void blank(String key, String text, List<String> wrong) {
        if (text.isBlank()) {
            wrong.add(key + " is empty");
        }
    }

    @Test
    void bothLanguagesTakeAsManyArguments() {
        var different = new ArrayList<String>();
        chinese.forEach((room, words) ->
                words.forEach((key, text) -> {
                    var other = english.getOrDefault(room, Map.of()).getOrDefault(key, text);
                    if (arguments(text) != arguments(other)) {
                        different.add(key + ": " + text + " / " + other);
                    }
                }));
        assertThat(different).isEmpty();
    }

    @Test
    void everyWordIsAPatternThatCanBeFilled() {
        var broken = new ArrayList<String>();
        all().forEach((key, text) -> {
            if (LONE_QUOTE.matcher(text).find()) {
                broken.add(key + " has a lone ' (write it twice): " + text);
            }
            assertThat(new MessageFormat(text)).isNotNull();
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void whateverIsAskedForExists() {
        var keys = all().keySet();
        var missing = new TreeMap<String, Path>();
        asked().forEach((key, path) -> {
            if (!exists(key, keys)) {
                missing.put(key, path);
            }
        });
        assertThat(missing).isEmpty();
    }

    /** A key that ends in a point or a hyphen is the beginning of keys that differ at the end. */
    private static boolean exists(String key, Set<String> keys) {
        return (key.endsWith(".") || key.endsWith("-"))
                ? keys.stream().anyMatch(word -> word.startsWith(key))
                : keys.contains(key);
    }

    /** Everything in quotes in pages and Java that looks like a word of a room that has words. */
    private Map<String, Path> asked() {
        var asked = new HashMap<String, Path>();
        Sources.texts(".jte")
                .forEach((path, text) ->
                        IN_QUOTES
                                .matcher(text)
                                .results()
                                .map(found -> found.group(1))
                                .filter(this::isKey)
                                .forEach(key -> asked.put(key, path)));
        for (var file : Sources.mainJava()) {
            file.tree()
                    .accept(
                            new TreeScanner<Void, Void>() {
                                @Override
                                public Void visitLiteral(LiteralTree literal, Void nothing) {
                                    if (literal.getValue() instanceof String text && isKey(text)) {
                                        asked.put(text, file.path());
                                    }
                                    return null;
                                }
                            },
                            null);
        }
        return asked;
    }

    private boolean isKey(String text) {
        int point = text.indexOf('.');
        return point > 0
                && chinese.containsKey(text.substring(0, point))
                && text.matches("[a-z]+\\.[A-Za-z0-9_.-]+")
                && !text.startsWith("org.spring")
                && !text.startsWith("org.postgresql")
                && NO_WORDS.stream().noneMatch(text::endsWith)
                && tables.stream().noneMatch(table -> (text + ".").startsWith(table + "."));
    }

    /** Encrypted values name their table and column, in the same form as a word. */
    private static Set<String> tables() {
        return Sources.texts(".sql").values().stream()
                .flatMap(text -> TABLE.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private Map<String, String> all() {
        var all = new HashMap<String, String>();
        chinese.values().forEach(all::putAll);
        english.forEach(
                (_, words) -> words.forEach((key, text) -> all.merge(key, text, String::concat)));
        return all;
    }

    private Set<String> rooms() {
        var rooms = new TreeSet<>(chinese.keySet());
        rooms.addAll(english.keySet());
        return rooms;
    }

    /** How many; which ones may differ: a law has a name in each language. */
    private static long arguments(String text) {
        return ARGUMENT.matcher(text).results().map(found -> found.group(1)).distinct().count();
    }

    /** The words of each room that has a file for the language. */
    private static Map<String, Map<String, String>> words(String language) {
        var words = new TreeMap<String, Map<String, String>>();
        for (var room : Sources.rooms()) {
            var file = room.resolve("words_" + language + ".properties");
            if (Files.exists(file)) {
                words.put(room.getFileName().toString(), read(file));
            }
        }
        return words;
    }

    /** Reads a file and refuses a key that stands there twice: the first would be lost silently. */
    private static Map<String, String> read(Path file) {
        var words = new TreeMap<String, String>();
        var twice = new ArrayList<String>();
        try (var reader = new StringReader(Files.readString(file))) {
            new Properties() {
                @Override
                public synchronized Object put(Object key, Object text) {
                    if (words.put((String) key, (String) text) != null) {
                        twice.add(file + " has twice " + key);
                    }
                    return text;
                }
            }.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        assertThat(twice).isEmpty();
        return words;
    }
}
