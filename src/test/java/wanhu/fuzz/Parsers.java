package wanhu.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import wanhu.api.ApiTargets;
import wanhu.base.TableTargets;
import wanhu.calendar.CalendarTargets;
import wanhu.files.FileTargets;
import wanhu.intake.IntakeTargets;
import wanhu.matter.MatterTargets;
import wanhu.open311.Open311Targets;
import wanhu.org.CodeTargets;
import wanhu.vault.VaultTargets;
import wanhu.workbench.ListTargets;

/** All that reads what strangers write, as a fuzzer calls it: the first byte says which of them. */
public final class Parsers {
    static final List<Target> ALL =
            Stream.of(
                            TableTargets.all(),
                            IntakeTargets.all(),
                            CodeTargets.all(),
                            CalendarTargets.all(),
                            VaultTargets.all(),
                            MatterTargets.all(),
                            FileTargets.all(),
                            ListTargets.all(),
                            ApiTargets.all(),
                            Open311Targets.all())
                    .flatMap(List::stream)
                    .toList();

    private Parsers() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length > 0) {
            int which = Byte.toUnsignedInt(input[0]) % ALL.size();
            ALL.get(which).run(Arrays.copyOfRange(input, 1, input.length));
        }
    }
}
