package wanhu.intake;

import java.util.List;
import java.util.stream.Stream;
import wanhu.life.Kind;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/** The five kinds as choices; the commonest first. */
final class Kinds {
    private Kinds() {}

    static List<Choice> choices(Screen screen) {
        return Stream.of(Kind.HELP, Kind.COMPLAINT, Kind.INQUIRY, Kind.SUGGESTION, Kind.REPORT)
                .map(kind ->
                        new Choice(
                                kind.name(),
                                screen.t("life.kind." + kind),
                                screen.t("intake.kind." + kind + ".hint")))
                .toList();
    }
}
