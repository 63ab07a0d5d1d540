package wanhu.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.PerCounty;
import wanhu.base.Sql;

/** The channels that counties have set up. */
@Repository
class ChannelStore {
    private static final int ROWS_MAX = 10;

    private final JdbcClient db;

    /** Asked with every notice, changed once in years. */
    private final PerCounty<List<ChannelSetting>> known = new PerCounty<>();

    ChannelStore(JdbcClient db) {
        this.db = db;
    }

    List<ChannelSetting> list(int county) {
        return db.sql(
                        """
                        select county, id, channel, active, endpoint, sender, account, secret_sealed, changed_by
                        from message.channel
                        where county = :county
                        order by channel
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", ROWS_MAX)
                .query(ChannelStore::read)
                .list();
    }

    /** The channel when it is in use. */
    Optional<ChannelSetting> active(int county, Channel channel) {
        return known.get(county, this::list).stream()
                .filter(each -> each.channel() == channel && each.active())
                .findFirst();
    }

    /** The channels that are in use. */
    Set<Channel> used(int county) {
        return known.get(county, this::list).stream()
                .filter(ChannelSetting::active)
                .map(ChannelSetting::channel)
                .collect(Collectors.toUnmodifiableSet());
    }

    void save(ChannelSetting setting, Instant now) {
        db.sql(
                        """
                        insert into message.channel (county, id, channel, active, endpoint, sender, account, secret_sealed,
                            changed_at, changed_by)
                        values (:county, :id, :channel, :active, :endpoint, :sender, :account, :secret, :now, :by)
                        on conflict (county, channel) do update
                        set active = excluded.active, endpoint = excluded.endpoint, sender = excluded.sender,
                            account = excluded.account, secret_sealed = excluded.secret_sealed,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("county", setting.county())
                .param("id", setting.id())
                .param("channel", setting.channel().name())
                .param("active", setting.active())
                .param("endpoint", setting.endpoint())
                .param("sender", setting.sender())
                .param("account", setting.account())
                .param("secret", setting.secret())
                .param("now", Sql.at(now))
                .param("by", setting.changedBy())
                .update();
        known.forget(setting.county());
    }

    private static ChannelSetting read(ResultSet row, int rowNumber) throws SQLException {
        return new ChannelSetting(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Channel.valueOf(row.getString("channel")),
                row.getBoolean("active"),
                row.getString("endpoint"),
                row.getString("sender"),
                row.getString("account"),
                row.getString("secret_sealed"),
                row.getString("changed_by"));
    }
}
