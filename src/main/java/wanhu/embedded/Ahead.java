package wanhu.embedded;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import wanhu.base.Settings;

/**
 * What the database needs and nothing else does is begun before the parts of the program are put
 * together: a first start unpacks PostgreSQL in these seconds.
 */
public final class Ahead implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** Begins it, with the settings of this start. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = Binder.get(context.getEnvironment()).bindOrCreate("wanhu", Settings.class);
        if (settings.databaseUrl() == null) {
            Binaries.ahead(Server.folder(settings.data()));
        }
    }
}
