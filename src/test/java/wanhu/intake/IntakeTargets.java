package wanhu.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import wanhu.fuzz.Target;

/** Files of reports, and the times and codes in them. */
public final class IntakeTargets {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-08-03T01:00:00Z");

    private IntakeTargets() {}

    /** All of this room. */
    public static List<Target> all() {
        return List.of(
                Target.of("reports", IntakeTargets::reports),
                Target.text("times", text -> FileTimes.read(text, NOW)),
                Target.text("codes", text -> Codes.grouped(Codes.digits(text))),
                Target.text("titles", Titles::of));
    }

    private static void reports(byte[] bytes) throws IOException {
        var file = Files.createTempFile("wanhu-fuzz", "");
        try {
            Files.write(file, bytes);
            new FileReader(JSON).read(file, row -> row.get(FileColumn.TITLE));
        } finally {
            Files.delete(file);
        }
    }
}
