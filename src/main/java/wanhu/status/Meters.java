package wanhu.status;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import wanhu.base.Vital;

/** Everything that a watching system reads, in the form of Prometheus. */
@Component
class Meters {
    /** What the product promises of its pages: 20 ms for a list, 100 ms for a page. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, AtomicReference<Double>> values = new ConcurrentHashMap<>();
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final AllVitals vitals;

    Meters(AllVitals vitals) {
        this.vitals = vitals;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        garbage.bindTo(registry);
    }

    /** One request of a route took so long. */
    void request(String method, String route, int status, Duration took) {
        Timer.builder("http.server.requests")
                .tags(
                        List.of(
                                Tag.of("method", method),
                                Tag.of("route", route),
                                Tag.of("status", Integer.toString(status))))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    /** All figures as of now. */
    String scrape() {
        vitals.now().forEach(this::show);
        return registry.scrape();
    }

    private void show(Vital vital) {
        show(vital.room() + "." + vital.what(), vital.value());
        show(vital.room() + ".trouble." + vital.what(), trouble(vital.state()));
    }

    private static double trouble(Vital.State state) {
        return switch (state) {
            case GOOD -> 0;
            case WATCH -> 1;
            case BAD -> 2;
        };
    }

    private void show(String name, double value) {
        values.computeIfAbsent(
                        "wanhu." + name,
                        made -> {
                            var place = new AtomicReference<>(value);
                            registry.gauge(made, place, AtomicReference::get);
                            return place;
                        })
                .set(value);
    }
}
