package wanhu.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Zones;

/**
 * The versions of the privacy notice that were ever in force here. The product brings the newest;
 * the day of the first start with it is the day from which it holds.
 */
@Component
public class PrivacyNotices {
    /** The version that the product shows. */
    static final int NEWEST = 2;

    private final List<Notice> all;

    PrivacyNotices(JdbcClient db, Clock clock) {
        db.sql(
                        """
                        insert into vault.notice (number, held_from)
                        values (:number, :from)
                        on conflict (number) do nothing
                        """)
                .param("number", NEWEST)
                .param("from", Zones.day(clock.instant()))
                .update();
        this.all =
                db.sql(
                                """
                                select number, held_from
                                from vault.notice
                                where number <= :newest
                                order by number desc
                                """)
                        .param("newest", NEWEST)
                        .query((row, _) ->
                                new Notice(
                                        row.getInt("number"),
                                        row.getObject("held_from", LocalDate.class)))
                        .list();
    }

    /** The one that holds. */
    public Notice now() {
        return all.getFirst();
    }

    /** All, the newest first. */
    public List<Notice> all() {
        return all;
    }

    /** One of them; empty for a number that never was here. */
    public Optional<Notice> find(int number) {
        return all.stream().filter(each -> each.number() == number).findFirst();
    }
}
