package wanhu.people;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Sql;
import wanhu.org.AccountBook;

/** Tells the room of units who signs in with a name, so that this person can be appointed. */
@Component
class AppointmentAccounts implements AccountBook {
    private final JdbcClient db;

    AppointmentAccounts(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<Holder> find(int county, String login) {
        return db.sql(
                        """
                        select p.id, p.name
                        from people.account a
                        join people.person p on p.county = a.county and p.id = a.person
                        where a.county = :county and p.county = :county and a.login = :login and a.state <> 'CLOSED'
                        """)
                .param("county", county)
                .param("login", login)
                .query((row, _) -> new Holder(Sql.uuid(row, "id"), row.getString("name")))
                .optional();
    }
}
