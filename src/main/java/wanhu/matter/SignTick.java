package wanhu.matter;

import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Wall;

/**
 * Writes the {@link Signs} that are missing: of matters from before there were any, of those that
 * an older release writes beside this one, and of what was moved or has another handler since a
 * merger. Until then a county is searched without them. What a matter no longer says is left: it is
 * asked for its place and unit again.
 */
@Component
class SignTick {
    private static final int ROWS_MAX = 500;

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    SignTick(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** In small transactions until none is left; then one look at an empty index. */
    @Scheduled(fixedDelayString = "${wanhu.tick:PT10S}", initialDelayString = "${wanhu.tick:PT10S}")
    public void run() {
        Wall.whole(() -> {
            all(this::placesAndTimes);
            all(this::works);
        });
    }

    private void all(IntSupplier some) {
        int written = ROWS_MAX;
        while (written == ROWS_MAX) {
            written = transaction.execute(_ -> some.getAsInt());
        }
    }

    /** The same texts as {@link Signs#of}: a path has nine characters and five for each level. */
    private int placesAndTimes() {
        return db.sql(
                        """
                        -- every county
                        update matter.words w
                        set reported_at = told.reported_at,
                            keys = array(select distinct unnest(w.keys || array(
                                select cast(crc32(convert_to('@' || sign.text, 'UTF8')) - 2147483648 as int)
                                from (
                                    select left(told.place_path, level)
                                    from generate_series(9, length(told.place_path), 5) as level
                                    union all
                                    select left(told.place_path, 9)
                                        || to_char(told.reported_at at time zone 'Asia/Shanghai', format)
                                    from unnest(array['YYYY', 'YYYY-MM']) as format) as sign (text))))
                        from (
                            select u.county, u.matter_id
                            from matter.words u
                            where u.reported_at is null
                            limit :rows
                            for update skip locked) as unsigned
                        join matter.matter told on told.county = unsigned.county and told.id = unsigned.matter_id
                        where w.county = unsigned.county and w.matter_id = unsigned.matter_id
                        """)
                .param("rows", ROWS_MAX)
                .update();
    }

    /** The same text as {@link Signs#work}. */
    private int works() {
        return db.sql(
                        """
                        -- every county
                        with unsigned as (
                            select county, id, handler_id,
                                cast(crc32(convert_to('@' || handler_id, 'UTF8')) - 2147483648 as int) as sign
                            from matter.matter
                            where %s
                            limit :rows
                            for update skip locked),
                        signed as (
                            update matter.words w
                            set keys = w.keys || unsigned.sign
                            from unsigned
                            where w.county = unsigned.county and w.matter_id = unsigned.id
                                and not w.keys @> array[unsigned.sign])
                        update matter.matter m
                        set words_unit = unsigned.handler_id
                        from unsigned
                        where m.county = unsigned.county and m.id = unsigned.id
                        """
                                .formatted(OwnWork.UNSIGNED))
                .param("rows", ROWS_MAX)
                .update();
    }
}
