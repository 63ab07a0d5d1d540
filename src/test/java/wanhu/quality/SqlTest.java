package wanhu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;

/** Every SQL text of the product is understood by the database with today's tables. */
@WanhuTest
class SqlTest {
    private static final Statements STATEMENTS = new Statements();
    private static final Pattern PIECES =
            Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|::\\w+|:([a-zA-Z]\\w*)|\\?");
    private static final Pattern PREPARABLE =
            Pattern.compile(
                    "^\\s*(?:--.*\\s+)*(?:select|insert|update|delete|with|values|merge)\\b");
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|join|into|update|using)\\s+([a-z_]+\\.[a-z_]+)");

    /** The type of a parameter is open, as in {@code :from is null}; JDBC gives it one. */
    private static final String OPEN_TYPE = "42P18";

    private static final String AMBIGUOUS = "42725";

    @Autowired private DataSource database;

    @Test
    void everyTextCanBeReadFromTheSources() {
        assertThat(STATEMENTS.unreadable()).isEmpty();
    }

    @Test
    void everyTextIsUnderstoodByTheDatabase() throws SQLException {
        var wrong = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var one : STATEMENTS.found()) {
                try {
                    understand(statement, one.text());
                } catch (SQLException refused) {
                    if (!List.of(OPEN_TYPE, AMBIGUOUS).contains(refused.getSQLState())) {
                        wrong.add(one.at() + ": " + refused.getMessage());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(STATEMENTS.found()).isNotEmpty();
    }

    /** What the database cannot prepare, such as {@code lock table}, is run and taken back. */
    private static void understand(Statement statement, String text) throws SQLException {
        var prepared = PREPARABLE.matcher(text).find();
        statement.execute("begin");
        try {
            statement.execute(prepared ? "prepare checked as " + numbered(text) : text);
        } finally {
            statement.execute("rollback");
        }
        if (prepared) {
            statement.execute("deallocate all");
        }
    }

    @Test
    void everyTextOnTablesOfACountyNamesTheCounty() {
        var nameless =
                STATEMENTS.found().stream()
                        .filter(one -> tables(one.text()).stream().anyMatch(TableClasses::isCounty))
                        .filter(one -> !one.text().matches("(?s).*\\bcounty\\b.*"))
                        .filter(one -> !one.text().contains("-- every county"))
                        .map(one -> one.at() + " " + tables(one.text()))
                        .toList();

        assertThat(nameless).isEmpty();
    }

    @Test
    void noRoomReadsTheTablesOfAnother() {
        var strangers =
                STATEMENTS.found().stream()
                        .filter(one ->
                                tables(one.text()).stream()
                                        .anyMatch(table -> !ownedBy(one.at(), table)))
                        .map(one -> one.at() + " " + tables(one.text()))
                        .toList();

        assertThat(strangers).isEmpty();
    }

    @Test
    void noTextUsesWhatAPoolOrSeveralServersCannotCarry() {
        var bad =
                Pattern.compile(
                        "set_config|nextval|\\bserial\\b|select \\*\\s+from [a-z]|offset :");
        var using =
                STATEMENTS.found().stream()
                        .filter(one -> bad.matcher(one.text()).find())
                        .map(Statements.Statement::at)
                        .toList();

        assertThat(using).isEmpty();
    }

    private static boolean ownedBy(String at, String table) {
        var schema = table.substring(0, table.indexOf('.'));
        return at.contains("/wanhu/" + schema + "/") || schema.startsWith("pg_");
    }

    private static List<String> tables(String text) {
        return TABLE.matcher(text).results().map(found -> found.group(1)).distinct().toList();
    }

    /** Named parameters become numbered ones; what stands in quotes or comments stays. */
    private static String numbered(String text) {
        var names = new ArrayList<String>();
        return PIECES.matcher(text).replaceAll(found -> numbered(found, names));
    }

    private static String numbered(MatchResult found, List<String> names) {
        var name = found.group().equals("?") ? "?" + names.size() : found.group(1);
        if (name == null) {
            return Matcher.quoteReplacement(found.group());
        }
        if (!names.contains(name)) {
            names.add(name);
        }
        return "\\$" + (names.indexOf(name) + 1);
    }
}
