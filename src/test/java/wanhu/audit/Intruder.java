package wanhu.audit;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.embedded.TestServer;

/** Somebody with every right in the database, who writes past the product and its guards. */
record Intruder(int county, JdbcClient db, TransactionTemplate transaction) {
    void tamper(String statement) {
        var text = statement.replace(":county", Integer.toString(county));
        try (var superuser = TestServer.superuser();
                var session = superuser.createStatement()) {
            session.execute("set session_replication_role = replica");
            session.execute(text);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Makes a changed batch fit its rows again: leaves, root and chain value. */
    void reseal(int number) {
        var fixed =
                transaction.execute(_ -> {
                    var rows = new ActRows(db);
                    try (var all = new BatchStore(db).all(county);
                            var acts = rows.written(county, 0, Long.MAX_VALUE)) {
                        var chained = all.toList();
                        var hasher = Hasher.of(chained.getFirst().suite());
                        var hashes =
                                acts.map(row -> Leaf.of(hasher, 'a', row))
                                        .collect(Collectors.toMap(Leaf::id, leaf -> leaf));
                        var batch = chained.get(number - 1);
                        var leaves =
                                batch.leaves().stream().map(leaf -> hashes.get(leaf.id())).toList();
                        var made =
                                new Batch(
                                        batch.suite(),
                                        county,
                                        number,
                                        batch.sealed(),
                                        batch.since(),
                                        batch.day(),
                                        leaves,
                                        batch.from(),
                                        batch.until(),
                                        Leaf.root(hasher, leaves),
                                        Hash.ZERO);
                        var chain = made.chainAfter(chained.get(number - 2).chain());
                        return List.of(Leaf.write(leaves), made.root().bytes(), chain.bytes());
                    }
                });
        var hex = fixed.stream().map(HexFormat.of()::formatHex).toList();
        tamper(
                """
                update audit.batch
                set leaves = '\\x%s', root = '\\x%s', chain = '\\x%s'
                where county = :county and number = %d
                """
                        .formatted(hex.get(0), hex.get(1), hex.get(2), number));
    }
}
