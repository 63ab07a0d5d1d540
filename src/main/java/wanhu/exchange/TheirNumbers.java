package wanhu.exchange;

import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Refused;
import wanhu.base.Sql;
import wanhu.life.Matter;

/** 来源编号: under which number another system has what it handed to us; the same number is one. */
@Repository
class TheirNumbers {
    private static final int ROWS_MAX = 5;

    private final JdbcClient db;
    private final Clock clock;

    TheirNumbers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What is kept beside it.
     *
     * @param partner whose token it was; null when it is nobody's
     * @param missing codes without a row
     */
    record Row(@Nullable UUID partner, List<String> missing) {
        Row {
            missing = List.copyOf(missing);
        }
    }

    /** What came under that number with that token, or another one of the same partner. */
    Optional<Arrivals.Came> find(int county, Arrivals.Sender sender) {
        return db.sql(
                        """
                        select matter_id, number, requester_id
                        from exchange.origin
                        where county = :county and token_id = :token and origin = :origin
                        union
                        select o.matter_id, o.number, o.requester_id
                        from exchange.origin o
                        join exchange.partner p on p.county = o.county and p.id = o.partner_id
                        where o.county = :county and p.caller = :token and o.origin = :origin
                        """)
                .param("county", county)
                .param("token", sender.token())
                .param("origin", sender.origin())
                .query((row, _) ->
                        new Arrivals.Came(
                                Sql.uuid(row, "matter_id"),
                                row.getString("number"),
                                Sql.uuid(row, "requester_id")))
                .optional();
    }

    /**
     * Keeps the number.
     *
     * @throws Refused CONFLICT when the same came at the same time; asked again it is the same
     */
    void keep(int county, Arrivals.Sender sender, Arrivals.Came came, Row row) {
        int kept =
                db.sql(
                                """
                                insert into exchange.origin (county, token_id, origin, matter_id, number, requester_id,
                                    partner_id, missing, at)
                                values (:county, :token, :origin, :matter, :number, :requester,
                                    :partner, :missing, :now)
                                on conflict do nothing
                                """)
                        .param("county", county)
                        .param("token", sender.token())
                        .param("origin", sender.origin())
                        .param("matter", came.matter())
                        .param("number", came.number())
                        .param("requester", came.requester())
                        .param("partner", row.partner(), Types.OTHER)
                        .param("missing", String.join(" ", row.missing()))
                        .param("now", Sql.at(clock.instant()))
                        .update();
        Refused.unless(Refused.Kind.CONFLICT, kept == 1, "exchange.refused.same");
    }

    /** For whom it was handed over with that token, or another one of the same partner. */
    Optional<UUID> requester(Matter matter, UUID token) {
        return db.sql(
                        """
                        select o.requester_id
                        from exchange.origin o
                        left join exchange.partner p on p.county = o.county and p.id = o.partner_id
                        where o.county = :county and o.matter_id = :matter
                          and (o.token_id = :token or p.caller = :token)
                        order by o.at, o.origin
                        limit 1
                        """)
                .param("county", matter.county())
                .param("matter", matter.id())
                .param("token", token)
                .query(UUID.class)
                .optional();
    }

    /** The table has these codes now: nothing waits for them any more. */
    void mapped(Partner partner, List<String> codes) {
        db.sql(
                        """
                        update exchange.origin o
                        set missing = coalesce((
                            select string_agg(code, ' ')
                            from unnest(string_to_array(o.missing, ' ')) as code
                            where code <> all (string_to_array(:codes, ' '))), '')
                        where o.county = :county and o.partner_id = :partner and o.missing <> ''
                        """)
                .param("county", partner.county())
                .param("partner", partner.id())
                .param("codes", String.join(" ", codes))
                .update();
    }

    /** The numbers under which a matter is known elsewhere. */
    List<String> of(int county, UUID matter) {
        return db.sql(
                        """
                        select origin
                        from exchange.origin
                        where county = :county and matter_id = :matter
                        order by at, origin
                        limit :limit
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("limit", ROWS_MAX)
                .query(String.class)
                .list();
    }
}
