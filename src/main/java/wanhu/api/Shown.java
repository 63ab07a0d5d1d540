package wanhu.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import wanhu.api.Views.About;
import wanhu.api.Views.CoPart;
import wanhu.api.Views.Ending;
import wanhu.api.Views.MatterRow;
import wanhu.api.Views.MatterWhole;
import wanhu.api.Views.RunningPromise;
import wanhu.api.Views.StepTaken;
import wanhu.api.Views.TimelineRow;
import wanhu.api.Views.UnitRef;
import wanhu.calendar.Lateness;
import wanhu.life.Hold;
import wanhu.life.Matter;
import wanhu.matter.MatterLine;
import wanhu.matter.Part;
import wanhu.matter.Promises;
import wanhu.matter.TimelineLine;
import wanhu.org.Tree;
import wanhu.org.Units;
import wanhu.promise.Promise;
import wanhu.workbench.JsonRows;

/** Makes of matters what programs read. */
@Component
class Shown implements JsonRows {
    private final Units units;
    private final Clock clock;
    private final JsonMapper json;

    Shown(Units units, Clock clock, JsonMapper json) {
        this.units = units;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public List<String> rows(int county, List<MatterLine> lines) {
        return shown(county, lines).stream().map(json::writeValueAsString).toList();
    }

    List<MatterRow> shown(int county, List<MatterLine> lines) {
        var tree = units.tree(county);
        var now = clock.instant();
        return lines.stream().map(line -> row(tree, line, now)).toList();
    }

    private static MatterRow row(Tree tree, MatterLine line, Instant now) {
        return new MatterRow(
                line.id(),
                line.number(),
                line.version(),
                line.title(),
                line.kind(),
                line.category(),
                line.channel(),
                line.stage(),
                line.stage().category(),
                unit(tree, line.place()),
                unit(tree, line.holder()),
                line.urgent(),
                line.danger(),
                line.unhappy(),
                line.redos(),
                line.supporters(),
                line.reported(),
                line.changed(),
                line.solved(),
                line.due(),
                line.clock(),
                line.lateness(now));
    }

    MatterWhole whole(
            Matter matter,
            List<Promises.Grounded> promises,
            List<Part> parts,
            @Nullable String reason) {
        var tree = units.tree(matter.county());
        var now = clock.instant();
        var times = matter.times();
        return new MatterWhole(
                matter.id(),
                matter.number(),
                matter.version(),
                about(tree, matter),
                matter.stage(),
                matter.stage().category(),
                unit(tree, matter.parties().holder().unit()),
                handler(tree, matter.parties().handler()),
                new Ending(
                        matter.ending().result(),
                        matter.ending().answer(),
                        reason,
                        matter.ending().published()),
                times.reported(),
                times.solved(),
                times.closed(),
                times.due(),
                matter.open() ? Lateness.of(times.due(), times.warn(), now) : Lateness.DONE,
                promises.stream().map(each -> promise(each.promise(), now)).toList(),
                parts.stream()
                        .map(part ->
                                new CoPart(
                                        unit(tree, part.unit()),
                                        part.given(),
                                        part.due(),
                                        part.reported()))
                        .toList());
    }

    private static About about(Tree tree, Matter matter) {
        var about = matter.about();
        return new About(
                about.title(),
                about.body(),
                about.kind(),
                about.category(),
                about.channel(),
                unit(tree, about.placeUnit()),
                about.placeNote(),
                about.danger(),
                matter.tally().urgent(),
                about.privacy().secret(),
                matter.tally().supporters(),
                matter.tally().redos());
    }

    private static @Nullable UnitRef handler(Tree tree, @Nullable Hold handler) {
        return handler == null ? null : unit(tree, handler.unit());
    }

    private static RunningPromise promise(Promise promise, Instant now) {
        return new RunningPromise(
                promise.kind(),
                promise.started(),
                promise.due(),
                promise.paused(),
                promise.lateness(now));
    }

    List<TimelineRow> timeline(Matter matter, List<TimelineLine> lines) {
        var tree = units.tree(matter.county());
        return lines.stream()
                .map(line ->
                        new TimelineRow(
                                line.seq(),
                                line.step(),
                                line.from(),
                                line.to(),
                                unit(tree, line.holderFrom()),
                                unit(tree, line.holderTo()),
                                line.byKind(),
                                line.byName(),
                                line.happened(),
                                line.recorded(),
                                line.told(),
                                line.note()))
                .toList();
    }

    static StepTaken taken(Matter after, String step) {
        return new StepTaken(
                after.number(), step, after.version(), after.stage(), after.stage().category());
    }

    private static UnitRef unit(Tree tree, UUID id) {
        return tree.find(id)
                .map(unit -> new UnitRef(unit.id(), unit.code(), unit.name()))
                .orElseGet(() -> new UnitRef(id, "", ""));
    }
}
