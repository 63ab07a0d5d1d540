package wanhu.matter;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Wall;
import wanhu.org.UnitMerged;
import wanhu.org.UnitMoved;

/**
 * Keeps the paths of matters as the tree is today; the ids of their units stay, and the timeline
 * says what was then. Who changes the tree sees no matters: the program does this.
 */
@Component
class MatterPlaces {
    private final JdbcClient db;

    MatterPlaces(JdbcClient db) {
        this.db = db;
    }

    /** A unit stands elsewhere: all paths at and below its old place follow. */
    @EventListener
    void follow(UnitMoved moved) {
        Wall.whole(() -> move(moved));
    }

    /** The words say nothing of the place until it is written anew. */
    private void unsign(UnitMoved moved) {
        db.sql(
                        """
                        update matter.words w
                        set reported_at = null
                        from matter.matter m
                        where w.county = :county and m.county = :county and m.id = w.matter_id
                            and m.place_path >= :from and m.place_path < :until
                        """)
                .params(moved.parameters())
                .update();
    }

    private void move(UnitMoved moved) {
        unsign(moved);
        db.sql(
                        """
                        update matter.matter
                        set place_path = case when place_path >= :from and place_path < :until
                                then :fresh || substr(place_path, :rest) else place_path end,
                            holder_path = case when holder_path >= :from and holder_path < :until
                                then :fresh || substr(holder_path, :rest) else holder_path end,
                            handler_path = case when handler_path >= :from and handler_path < :until
                                then :fresh || substr(handler_path, :rest) else handler_path end,
                            dispatcher_path = case when dispatcher_path >= :from and dispatcher_path < :until
                                then :fresh || substr(dispatcher_path, :rest) else dispatcher_path end,
                            complained_of = case when complained_of >= :from and complained_of < :until
                                then :fresh || substr(complained_of, :rest) else complained_of end
                        where county = :county
                            and (place_path >= :from and place_path < :until
                                or holder_path >= :from and holder_path < :until
                                or handler_path >= :from and handler_path < :until
                                or dispatcher_path >= :from and dispatcher_path < :until
                                or complained_of >= :from and complained_of < :until)
                        """)
                .params(moved.parameters())
                .update();
        db.sql(
                        """
                        update matter.part
                        set unit_path = :fresh || substr(unit_path, :rest)
                        where county = :county and unit_path >= :from and unit_path < :until
                        """)
                .params(moved.parameters())
                .update();
    }

    /** A unit was merged into another, which takes over what is open and sees what was. */
    @EventListener
    void follow(UnitMerged merged) {
        Wall.whole(() -> merge(merged));
    }

    /** The words say nothing of the place until it is written anew. */
    private void unsign(UnitMerged merged) {
        db.sql(
                        """
                        update matter.words w
                        set reported_at = null
                        from matter.matter m
                        where w.county = :county and m.county = :county and m.id = w.matter_id
                            and m.place_path = :old
                        """)
                .params(merged.parameters())
                .update();
    }

    private void merge(UnitMerged merged) {
        unsign(merged);
        db.sql(
                        """
                        update matter.matter
                        set place_path = case when place_path = :old then :fresh else place_path end,
                            holder_path = case when holder_path = :old then :fresh else holder_path end,
                            handler_path = case when handler_path = :old then :fresh else handler_path end,
                            dispatcher_path = case when dispatcher_path = :old then :fresh else dispatcher_path end,
                            complained_of = case when complained_of = :old then :fresh else complained_of end,
                            holder_id = case when open and holder_id = :unit then :into else holder_id end,
                            handler_id = case when open and handler_id = :unit then :into else handler_id end,
                            dispatcher_id = case when open and dispatcher_id = :unit then :into else dispatcher_id end
                        where county = :county
                            and (place_path = :old or holder_path = :old or handler_path = :old
                                or dispatcher_path = :old or complained_of = :old)
                        """)
                .params(merged.parameters())
                .update();
        db.sql(
                        """
                        update matter.part p
                        set unit_path = :fresh,
                            unit_id = case when p.reported_at is null and not exists (
                                    select 1
                                    from matter.part other
                                    where other.county = :county and other.matter_id = p.matter_id
                                        and other.unit_id = :into and other.reported_at is null)
                                then :into else p.unit_id end
                        where p.county = :county and p.unit_id = :unit
                        """)
                .params(merged.parameters())
                .update();
    }
}
