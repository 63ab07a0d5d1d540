package wanhu.open311;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;
import wanhu.base.Words;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.matter.PublicMatter;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * Makes the rows that a program reads. Of a published matter it gets what everybody reads on the
 * public board; of one that it sent itself, how far it is and until when, and none of its words.
 */
@Component
class Rows {
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";
    private static final int VILLAGE_DEPTH = 5;

    private final Units units;
    private final Services services;
    private final Words words;

    Rows(Units units, Services services, Words words) {
        this.units = units;
        this.services = services;
        this.words = words;
    }

    /**
     * For whom rows are made.
     *
     * @param extended whether fields beside the standard are wanted
     */
    record Reader(int county, Locale locale, boolean extended) {}

    static String status(boolean open) {
        return open ? OPEN : CLOSED;
    }

    /** What a stage is called here. */
    String stage(Reader reader, Stage stage) {
        return words.text(reader.county(), reader.locale(), "life.stage." + stage);
    }

    /** A matter as the public board has it. */
    Value published(Reader reader, PublicMatter matter) {
        var said = new Said(matter.title(), matter.text(), matter.answer());
        var times = new Times(matter.reported(), matter.closed(), null);
        var basis =
                new Basis(
                        matter.number(),
                        false,
                        matter.category(),
                        matter.place(),
                        matter.handler());
        var fields = fields(reader, basis, said, times);
        if (reader.extended()) {
            fields.with(
                    "extended_attributes",
                    extended(reader, matter.kind(), CLOSED, matter.supporters())
                            .text("title", matter.title())
                            .group());
        }
        return fields.group();
    }

    /**
     * What stands beside a matter.
     *
     * @param changed when it moved last
     * @param photo address of its first photo, for the sender alone; null when it has none
     */
    record Beside(Instant changed, @Nullable String photo) {}

    /** A matter for the system that sent it. */
    Value sent(Reader reader, Matter matter, Beside beside) {
        var ending = matter.ending();
        var stage = stage(reader, matter.stage());
        var said =
                ending.published()
                        ? new Said(ending.publicTitle(), ending.publicText(), ending.publicAnswer())
                        : new Said("", "", stage);
        var about = matter.about();
        var basis =
                new Basis(
                        matter.number(),
                        matter.open(),
                        about.category(),
                        coarse(about.placePath()),
                        secret(matter) ? null : matter.parties().handlerOrHolder().path());
        var fields = fields(reader, basis, said, times(matter, beside.changed()));
        fields.text("media_url", beside.photo());
        if (reader.extended()) {
            fields.with(
                    "extended_attributes",
                    extended(
                                    reader,
                                    about.kind(),
                                    matter.stage().name(),
                                    matter.tally().supporters())
                            .text("detailed_status_name", stage)
                            .group());
        }
        return fields.group();
    }

    /** Staff may have found that it accuses somebody: where it lies then, no program learns. */
    private static boolean secret(Matter matter) {
        return matter.about().kind() == Kind.REPORT;
    }

    /** The promise is the one that the resident reads on her page. */
    private static Times times(Matter matter, Instant changed) {
        var times = matter.times();
        var closed = times.closed();
        return new Times(
                times.reported(),
                closed == null ? changed : closed,
                matter.open() ? times.due() : null);
    }

    private record Basis(
            String number,
            boolean open,
            String category,
            OrgPath place,
            @Nullable OrgPath agency) {}

    private record Said(String title, String text, String notes) {
        String description() {
            return title.isEmpty() || text.startsWith(title) ? text : title + "\n\n" + text;
        }
    }

    private record Times(Instant requested, Instant updated, @Nullable Instant expected) {}

    private Value.Fields fields(Reader reader, Basis basis, Said said, Times times) {
        var tree = units.tree(reader.county());
        var place = tree.byPath(basis.place());
        return Value.fields()
                .text("service_request_id", basis.number())
                .text("status", status(basis.open()))
                .text("status_notes", said.notes())
                .text(
                        "service_name",
                        services.name(reader.county(), basis.category(), reader.locale()))
                .text("service_code", basis.category())
                .text("description", said.description())
                .text("agency_responsible", agency(tree, basis.agency()))
                .text("service_notice", "")
                .time("requested_datetime", times.requested())
                .time("updated_datetime", times.updated())
                .time("expected_datetime", times.expected())
                .text("address", place.map(unit -> Localities.name(tree, unit)).orElse(""))
                .text("address_id", place.map(Unit::code).orElse(""))
                .text("zipcode", "")
                .text("lat", "")
                .text("long", "")
                .text("media_url", "");
    }

    private static String agency(Tree tree, @Nullable OrgPath path) {
        return path == null ? "" : tree.byPath(path).map(Unit::name).orElse("");
    }

    private Value.Fields extended(Reader reader, Kind kind, String status, int supporters) {
        return Value.fields()
                .text("detailed_status", status)
                .text("kind", kind.name())
                .text("kind_name", words.text(reader.locale(), "life.kind." + kind))
                .with("supporters", new Value.Count(supporters));
    }

    /** No finer than the village, as on the public board. */
    private static OrgPath coarse(OrgPath path) {
        return path.depth() > VILLAGE_DEPTH ? path.atDepth(VILLAGE_DEPTH) : path;
    }
}
