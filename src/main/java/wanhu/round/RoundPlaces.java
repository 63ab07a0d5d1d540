package wanhu.round;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.org.UnitMerged;
import wanhu.org.UnitMoved;

/** Keeps the paths of rounds and their items as the tree is today; who met then stays. */
@Component
class RoundPlaces {
    private final JdbcClient db;

    RoundPlaces(JdbcClient db) {
        this.db = db;
    }

    /** A unit stands elsewhere: all paths at and below its old place follow. */
    @EventListener
    void follow(UnitMoved moved) {
        db.sql(
                        """
                        update round.round
                        set path = :fresh || substr(path, :rest)
                        where county = :county and path >= :from and path < :until
                        """)
                .params(moved.parameters())
                .update();
        db.sql(
                        """
                        update round.item
                        set place_path = :fresh || substr(place_path, :rest)
                        where county = :county and place_path >= :from and place_path < :until
                        """)
                .params(moved.parameters())
                .update();
    }

    /** A unit was merged into another, which sees its rounds from now on. */
    @EventListener
    void follow(UnitMerged merged) {
        db.sql(
                        """
                        update round.round
                        set path = :fresh
                        where county = :county and path = :old
                        """)
                .params(merged.parameters())
                .update();
        db.sql(
                        """
                        update round.item
                        set place_path = :fresh
                        where county = :county and place_path = :old
                        """)
                .params(merged.parameters())
                .update();
    }
}
