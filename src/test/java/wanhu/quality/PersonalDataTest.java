package wanhu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.WanhuTest;
import wanhu.vault.PersonalField;

/**
 * Somebody has thought about each column that can hold a text: whether it is personal data, and of
 * which kind (Personal Information Protection Law, article 51, item 2).
 */
@WanhuTest
class PersonalDataTest {
    private static final Map<String, String> REGISTER = register();

    @Autowired private JdbcClient db;

    @Test
    void everyColumnThatCanHoldATextIsInTheRegister() {
        assertThat(columns()).filteredOn(column -> entry(column) == null).isEmpty();
    }

    @Test
    void everyEntryOfTheRegisterIsAColumn() {
        var columns = columns();

        assertThat(REGISTER.keySet())
                .filteredOn(entry ->
                        columns.stream()
                                .noneMatch(column ->
                                        column.equals(entry) || table(column).equals(entry)))
                .isEmpty();
    }

    @Test
    void everyKindOfPersonalDataIsKeptSomewhereAndNoOther() {
        var kinds = Arrays.stream(PersonalField.values()).map(Enum::name).toList();

        assertThat(REGISTER.values().stream().filter(kind -> !kind.equals("-")).distinct())
                .containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void whatIsSaidToBeSealedIsSealed() {
        var readable =
                REGISTER.entrySet().stream()
                        .filter(entry -> sealed(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .filter(column -> !column.endsWith("_index") && !column.endsWith("digest"))
                        .filter(this::holdsReadable)
                        .toList();

        assertThat(readable).isEmpty();
    }

    /**
     * A sealed value begins with its form and the id of its key; a reader of the tables sees no
     * digits of phones.
     */
    private boolean holdsReadable(String column) {
        var name = column.substring(column.lastIndexOf('.') + 1);
        var table = column.substring(0, column.lastIndexOf('.'));
        return db.sql(
                        "select exists (select from %s where %s !~ '^[vg]1[.]k[0-9]+[.]')"
                                .formatted(table, name))
                .query(Boolean.class)
                .single();
    }

    private static boolean sealed(String kind) {
        return !kind.equals("-") && PersonalField.valueOf(kind).kept() == PersonalField.Kept.SEALED;
    }

    private static String entry(String column) {
        return REGISTER.getOrDefault(column, REGISTER.get(table(column)));
    }

    private static String table(String column) {
        return column.substring(0, column.lastIndexOf('.')) + ".*";
    }

    private List<String> columns() {
        return db.sql(
                        """
                        select table_schema || '.' || table_name || '.' || column_name
                        from information_schema.columns
                        where table_schema not in ('pg_catalog', 'information_schema', 'public')
                          and (data_type in ('text', 'jsonb', 'json', 'bytea', 'character varying',
                              'character', 'inet', 'xml')
                            or data_type = 'ARRAY' and udt_name = '_text')
                        """)
                .query(String.class)
                .list();
    }

    private static Map<String, String> register() {
        var lines = new Properties();
        try (var in = new ClassPathResource("wanhu/personal-data.properties").getInputStream()) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var register = new TreeMap<String, String>();
        lines.stringPropertyNames()
                .forEach(column -> register.put(column, lines.getProperty(column)));
        return register;
    }
}
