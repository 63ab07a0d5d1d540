package wanhu.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** Asks the product for something many times, and meters what one time costs. */
record Probe(Contender product, Meter meter) {
    /** What one of so many times costs. */
    Map<String, Double> each(String command, int times) {
        var slot = once(command + " " + times);
        slot.put("jvm_cpu_ms", slot.remove("cpu_ms") / times);
        slot.compute("pg_cpu_ms", (_, all) -> all / times);
        slot.compute("allocated", (_, all) -> all / times);
        return slot;
    }

    /** Does something once: its own figures, and what it cost both programs. */
    Map<String, Double> once(String command) {
        var start = meter.mark();
        var own = product.ask("own");
        var slot = new LinkedHashMap<>(product.ask(command));
        var after = product.ask("own");
        slot.putIfAbsent("cpu_ms", after.get("cpu_ms") - own.get("cpu_ms"));
        slot.putAll(meter.since(start, slot.get("cpu_ms")));
        return slot;
    }
}
