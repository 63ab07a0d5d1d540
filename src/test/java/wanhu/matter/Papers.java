package wanhu.matter;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.org.Unit;

/**
 * What offices write of a matter elsewhere: a project and an order. Only that they are there
 * counts.
 */
record Papers(JdbcClient db) {
    private static final String PROJECT =
            """
            (county, id, number, version, title, summary, source, year, place_id, place_path, proposer_id, proposer_path,
                responsible_id, responsible_path, co_units, budget_fen, funding, promise, deadline, households, people,
                mu, phase, next_due, proposed_at)
            values (:county, :id, 'x', 1, 'x', 'x', 'PLANNED', 2026, :unit, :path, :unit, :path, :unit, :path, '{}', 1,
                'x', 'x', now(), 1, 1, 1, 'PROPOSED', now(), now())
            """;
    private static final String ORDER =
            """
            (county, id, number, version, matter_id, matter_number, rank, listed, ground, demand, issuer_unit, issuer_name,
                to_unit, issued_at, due_on, state)
            values (:county, :id, 'x', 1, :id, 'x', 'TOWNSHIP', false, 'OVERDUE', 'x', :id, 'x', :unit, now(), now(),
                'OPEN')
            """;

    void of(Unit unit, UUID matter) {
        put("ledger.project", PROJECT, unit, matter);
        put("supervise.supervision", ORDER, unit, matter);
    }

    private void put(String table, String values, Unit unit, UUID matter) {
        db.sql("insert into " + table + " " + values + " on conflict do nothing")
                .param("county", unit.county())
                .param("id", matter)
                .param("unit", unit.id())
                .param("path", unit.path().text())
                .update();
    }
}
