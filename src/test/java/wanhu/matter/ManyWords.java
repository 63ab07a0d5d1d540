package wanhu.matter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.org.Unit;

/** Words for {@link ManyMatters}: those that are looked for, and forty others each. */
final class ManyWords {
    private final JdbcClient db;
    private final Unit county;
    private final List<Said> said = new ArrayList<>();

    ManyWords(JdbcClient db, Unit county) {
        this.db = db;
        this.county = county;
    }

    /**
     * @param each every so manieth matter says it
     * @param place only there
     * @param after only what is told earlier than so many others
     */
    private record Said(int key, int each, @Nullable String place, int after) {}

    /** Every so manieth matter says the words. */
    ManyWords say(String words, int each) {
        return add(words, each, null, 0);
    }

    /** Of a township every so manieth, and nobody else. */
    ManyWords sayIn(Unit township, String words, int each) {
        return add(words, each, township.path().text(), 0);
    }

    /** Of all but so many of the latest every so manieth. */
    ManyWords sayBefore(int latest, String words, int each) {
        return add(words, each, null, latest);
    }

    private ManyWords add(String words, int each, @Nullable String place, int after) {
        for (int key : Terms.keys(words)) {
            said.add(new Said(key, each, place, after));
        }
        return this;
    }

    /** Writes them, with the words that each says, its number and its signs. */
    void write(String all) {
        db.sql(
                        """
                        insert into matter.words (county, matter_id, keys, reported_at)
                        select m.county, m.id,
                            cast(:all as int[]) || array[m.n]
                                || array(
                                    select cast(crc32(convert_to('@' || left(m.place_path, level), 'UTF8')) - 2147483648 as int)
                                    from generate_series(9, length(m.place_path), 5) as level)
                                || array(
                                    select cast(crc32(convert_to('@' || left(m.place_path, 9)
                                        || to_char(m.reported_at at time zone 'Asia/Shanghai', format), 'UTF8')) - 2147483648 as int)
                                    from unnest(array['YYYY', 'YYYY-MM']) as format)
                                || array(
                                    select cast(crc32(convert_to('@' || m.words_unit, 'UTF8')) - 2147483648 as int)
                                    where m.words_unit is not null)
                                || array(
                                    select cast(-30000 * power((hashint8extended(m.n, other) & 65535) / 65536.0, 3) as int)
                                    from generate_series(1, 40) as other)
                                || array(
                                    select s.key
                                    from unnest(cast(:keys as int[]), cast(:eaches as int[]), cast(:places as text[]),
                                        cast(:afters as int[])) as s (key, each, place, after)
                                    where m.n % s.each = 0 and m.n > s.after
                                        and coalesce(s.place = m.place_middle, true)),
                            m.reported_at
                        from (
                            select *, cast(substr(number, 2) as int) as n
                            from matter.matter
                            where county = :county) as m
                        order by m.reported_at
                        """)
                .param("county", county.county())
                .param("all", Terms.keys(all))
                .param("keys", said.stream().mapToInt(Said::key).toArray())
                .param("eaches", said.stream().mapToInt(Said::each).toArray())
                .param("places", said.stream().map(Said::place).toArray(String[]::new))
                .param("afters", said.stream().mapToInt(Said::after).toArray())
                .update();
    }
}
