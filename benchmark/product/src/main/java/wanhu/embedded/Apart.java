package wanhu.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.context.ApplicationContext;

/** A connection to the database of a running product, apart from its pool. */
public final class Apart {
    private Apart() {}

    /** Opens it; it commits when it is told. */
    public static Connection open(ApplicationContext product) throws SQLException {
        var connection = product.getBean(Database.Running.class).apart().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
