package wanhu.bench;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stands where stores of the product expect their database: what they insert is kept as rows of one
 * life, what they update changes these, and many lives together are handed over as lines for COPY. So a row
 * has the columns that the product gives it, and a new column is here as soon as it is there.
 */
public final class Press {
    private static final Pattern INSERT =
            Pattern.compile("insert into ([a-z_.]+) \\(([^)]*)\\)\\s*values \\((.*)\\)\\s*", Pattern.DOTALL);
    private static final Pattern UPDATE =
            Pattern.compile(
                    "(?:with signed .*\\)\\s+)?update ([a-z_.]+)\\s+set (.*?)\\s+where .*",
                    Pattern.DOTALL);
    private static final Pattern SET = Pattern.compile("(\\w+) = :(\\w+)");
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    /** What no seed repeats: it hangs on the keys of the installation, or is sealed with a fresh nonce. */
    private static final Set<String> OF_THE_KEYS =
            Set.of("code_index", "name_sealed", "phone_sealed", "phone_index", "name_index");

    private final Map<String, Statement> statements = new HashMap<>();
    private final Map<String, List<Map<String, Object>>> life = new LinkedHashMap<>();
    private Map<String, StringBuilder> lines = new LinkedHashMap<>();
    private final Map<String, List<String>> columns = new HashMap<>();
    private final MessageDigest digest = digest();
    private final Copying copying;
    private boolean sealed;
    private long rows;

    private record Statement(String table, Map<String, String> parameters) {}

    /** A new one. */
    public Press(Copying copying) {
        this.copying = copying;
    }

    /** Takes the lines of a piece, by table; with them the columns of each table. */
    interface Copying {
        void copy(Map<String, StringBuilder> lines, Map<String, List<String>> columns);
    }

    /** Another row of the life, in a table; its columns are set in the same order each time. */
    public Map<String, Object> row(String table) {
        var row = new LinkedHashMap<String, Object>();
        life.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
        return row;
    }

    /** The row of the life that was written last. */
    public Map<String, Object> last(String table) {
        return life.get(table).getLast();
    }

    /** What stores use for many rows at once. */
    public NamedParameterJdbcOperations batch() {
        return (NamedParameterJdbcOperations)
                Proxy.newProxyInstance(
                        Press.class.getClassLoader(),
                        new Class<?>[] {NamedParameterJdbcOperations.class},
                        (_, method, arguments) -> {
                            if (!method.getName().equals("batchUpdate")) {
                                throw new UnsupportedOperationException(method.toString());
                            }
                            var sources = (SqlParameterSource[]) arguments[1];
                            for (var source : sources) {
                                insert((String) arguments[0], source);
                            }
                            return new int[sources.length];
                        });
    }

    /** What stores use for one statement; nothing can be read with it. */
    public JdbcClient client() {
        return (JdbcClient)
                Proxy.newProxyInstance(
                        Press.class.getClassLoader(),
                        new Class<?>[] {JdbcClient.class},
                        (_, _, arguments) -> spec((String) arguments[0]));
    }

    private JdbcClient.StatementSpec spec(String sql) {
        var parameters = new HashMap<String, Object>();
        return (JdbcClient.StatementSpec)
                Proxy.newProxyInstance(
                        Press.class.getClassLoader(),
                        new Class<?>[] {JdbcClient.StatementSpec.class},
                        (self, method, arguments) ->
                                switch (method.getName()) {
                                    case "param" -> {
                                        parameters.put((String) arguments[0], arguments[1]);
                                        yield self;
                                    }
                                    case "update" -> update(sql, parameters);
                                    default -> throw new UnsupportedOperationException(method.toString());
                                });
    }

    private void insert(String sql, SqlParameterSource source) {
        var statement = statements.computeIfAbsent(sql, Press::inserted);
        var row = row(statement.table());
        statement.parameters().forEach((column, parameter) -> row.put(column, source.getValue(parameter)));
    }

    private static Statement inserted(String sql) {
        var found = INSERT.matcher(sql);
        if (!found.matches()) {
            throw new IllegalArgumentException("Expected an insert of values but got " + sql);
        }
        var names = found.group(2).strip().split("\\s*,\\s*");
        var values = found.group(3).strip().split("\\s*,\\s*");
        var parameters = new LinkedHashMap<String, String>();
        for (int at = 0; at < names.length; at++) {
            var parameter = PARAMETER.matcher(values[at]);
            if (!parameter.find()) {
                throw new IllegalArgumentException("Expected a parameter but got " + values[at]);
            }
            parameters.put(names[at], parameter.group(1));
        }
        return new Statement(found.group(1), parameters);
    }

    private int update(String sql, Map<String, Object> values) {
        var statement = statements.computeIfAbsent(sql, Press::updated);
        for (var row : life.getOrDefault(statement.table(), List.of())) {
            if (values.get("id").equals(row.get("id"))) {
                statement.parameters().forEach((column, parameter) -> row.put(column, values.get(parameter)));
                return 1;
            }
        }
        return 0;
    }

    private static Statement updated(String sql) {
        var found = UPDATE.matcher(sql.strip());
        if (!found.matches()) {
            throw new IllegalArgumentException("Expected an update but got " + sql);
        }
        var parameters = new LinkedHashMap<String, String>();
        var set = SET.matcher(found.group(2));
        while (set.find()) {
            parameters.put(set.group(1), set.group(2));
        }
        return new Statement(found.group(1), parameters);
    }

    /** The life is whole: its rows go to the others. */
    public void end() {
        life.forEach((table, all) -> {
            for (var row : all) {
                var names = columns.computeIfAbsent(table, _ -> List.copyOf(row.keySet()));
                if (!names.equals(List.copyOf(row.keySet()))) {
                    throw new IllegalStateException("Expected the columns " + names + " but got " + row.keySet());
                }
                Cells.line(lines.computeIfAbsent(table, _ -> new StringBuilder()), row.values());
                rows++;
                if (!sealed) {
                    row.keySet().removeAll(OF_THE_KEYS);
                    digest.update(Cells.line(row.values()).getBytes(StandardCharsets.UTF_8));
                }
            }
        });
        life.clear();
    }

    /** Rows so far. */
    public long rows() {
        return rows;
    }

    /** SHA-256 of all rows until now, without what hangs on the keys of an installation; asked once. */
    public String seal() {
        sealed = true;
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Hands over what has come together. */
    public void flush() {
        copying.copy(lines, Map.copyOf(columns));
        lines = new LinkedHashMap<>();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
