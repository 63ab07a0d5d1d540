package wanhu;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.Modulithic;
import wanhu.backup.BackupCommand;
import wanhu.base.CannotStart;
import wanhu.base.Errand;
import wanhu.base.Settings;
import wanhu.base.StartupNote;
import wanhu.base.Stopping;
import wanhu.base.Wall;
import wanhu.embedded.Ahead;

/** Starts the product. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Wanhu")
public class Wanhu {
    private static final int CANNOT_START = 2;
    private static final int LAST_WORDS_SECONDS_MAX = 30;
    private static final int BROKEN = 1;

    /**
     * Starts with the options that {@code ./run --help} lists. What the person at the machine can
     * mend is said in one sentence, with exit code 2; anything else is a bug and shows its trace.
     */
    public static void main(String[] args) {
        var said = new CountDownLatch(1);
        waitAtTheEnd(said);
        try {
            var command = BackupCommand.find(List.of(args), System.getenv());
            if (command.isPresent()) {
                quiet();
                command.get().run(System.out);
                return;
            }
            var application = new SpringApplication(Wanhu.class);
            application.addInitializers(new Ahead());
            var settings = Options.settings(args);
            Stream.of(settings)
                    .filter(setting -> setting.startsWith("--wanhu.port="))
                    .forEach(setting -> needFree(Integer.parseInt(setting.split("=", 2)[1])));
            Wall.whole(() -> serve(application.run(settings)));
        } catch (RuntimeException failure) {
            System.err.println(sentence(failure).or(Wanhu::stopped).orElseThrow(() -> failure));
            said.countDown();
            System.exit(CANNOT_START);
        } finally {
            said.countDown();
        }
    }

    /** Who is stopped while starting still says why before the machine ends. */
    private static void waitAtTheEnd(CountDownLatch said) {
        Runnable wait =
                () -> {
                    try {
                        said.await(LAST_WORDS_SECONDS_MAX, TimeUnit.SECONDS);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                };
        Runtime.getRuntime().addShutdownHook(new Thread(wait, "last-words"));
    }

    /** What breaks after the signal to stop is no bug: its resources were taken away. */
    private static Optional<String> stopped() {
        return Stopping.begun() ? Optional.of("Stopped before it was ready.") : Optional.empty();
    }

    /** Does the errand that was asked for and ends, or serves pages. */
    private static void serve(ConfigurableApplicationContext context) {
        var errand =
                context.getBeanProvider(Errand.class).stream().filter(Errand::asked).findFirst();
        if (errand.isEmpty()) {
            welcome(context, System.out);
            return;
        }
        var result = errand.get().run();
        result.lines().forEach(System.out::println);
        context.close();
        System.exit(result.good() ? 0 : BROKEN);
    }

    /** A command says what it did itself; the libraries below it speak of trouble alone. */
    private static void quiet() {
        LoggingSystem.get(Wanhu.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    /** Asked before anything is started: the answer should not take seconds. */
    private static void needFree(int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw String.valueOf(taken.getMessage()).contains("Permission denied")
                    ? new CannotStart(
                            "The port %d may not be opened by this user: give one from 1024 on with --port N."
                                    .formatted(port))
                    : portInUse(port);
        }
    }

    private static CannotStart portInUse(int port) {
        return new CannotStart(
                "The port "
                        + port
                        + " is in use by another program: stop that, or give another port with"
                        + " --port N.");
    }

    private static Optional<String> sentence(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> Optional.empty();
            case CannotStart known -> Optional.ofNullable(known.getMessage());
            case PortInUseException taken ->
                    Optional.ofNullable(portInUse(taken.getPort()).getMessage());
            case Throwable other -> sentence(other.getCause());
        };
    }

    private static void welcome(ConfigurableApplicationContext context, PrintStream console) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        var settings = context.getBean(Settings.class);
        console.println();
        console.println("Wanhu is running:  http://localhost:" + port + "/");
        context.getBeanProvider(StartupNote.class)
                .orderedStream()
                .map(StartupNote::lines)
                .flatMap(List::stream)
                .forEach(console::println);
        console.println("Everything is kept in " + settings.data());
        console.println("Stop it with Ctrl+C.");
    }
}
