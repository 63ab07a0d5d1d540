package wanhu.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is learned from examples, and how it tells its reasons. */
class SchoolTest {
    private static final List<Example> ALL = Invented.examples(40);
    private static final List<Example> ASKED = ALL.stream().filter(Example::held).toList();
    private static final Machine MACHINE =
            new School(() -> false).learn(ALL.stream().filter(each -> !each.held()).toList());

    private static List<String> ranked(Machine machine, String text) {
        return machine.guesses(text).stream().map(Guess::label).toList();
    }

    @Test
    void findsTheCategoryOfWhatItHasNotSeen() {
        var exam = Exam.of(ASKED, text -> ranked(MACHINE, text));

        assertThat(ASKED).hasSizeGreaterThan(20);
        assertThat(exam.macroF1()).isGreaterThanOrEqualTo(0.9);
        assertThat(exam.withinTwo()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void tellsThePiecesThatSpokeForIt() {
        var guess = MACHINE.guesses("村里的路灯坏了，晚上看不见").getFirst();

        assertThat(guess.label()).isEqualTo("road.lamp");
        assertThat(String.join("", guess.pieces())).contains("路灯");
    }

    @Test
    void sharesAddUpToOne() {
        var shares = MACHINE.shares("拖欠农民工工资").values();

        assertThat(shares.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, byLittle());
    }

    private static org.assertj.core.data.Offset<Double> byLittle() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    @Test
    void saysNothingOfATextWithoutAKnownPiece() {
        assertThat(MACHINE.guesses("OK 12345!")).isEmpty();
    }

    @Test
    void isTheSameAfterItWasWrittenAndRead() {
        var again = new Machine(FormFile.read(FormFile.write(MACHINE.form())));

        assertThat(again.guesses("垃圾没有人清运")).isEqualTo(MACHINE.guesses("垃圾没有人清运"));
    }

    @Test
    void learnsTheSameFromTheSame() {
        var again =
                new School(() -> false).learn(ALL.stream().filter(each -> !each.held()).toList());

        assertThat(FormFile.write(again.form())).isEqualTo(FormFile.write(MACHINE.form()));
    }

    @Test
    void forgetsLabelsOfWhichThereAreTooFew() {
        var few = new Example("rare", "只此一件的事", false);

        assertThat(School.learnable(List.of(few, few))).isEmpty();
    }

    @Test
    void whatBeginsAlikeLiesOnOneSide() {
        var once = new Example("a", "进村的水泥路坑坑洼洼，车都过不去", false);
        var twice = new Example("a", "进村的水泥路坑坑洼洼，车都过不去，请快点", false);

        assertThat(once.held()).isEqualTo(twice.held());
    }

    @Test
    void noPieceOfAnythingToldOnlyTwiceIsKept() {
        var bags = List.of(Bag.of("王小明家漏水"), Bag.of("王小明家漏水"), Bag.of("李家漏水"));

        assertThat(Known.of(bags).keys()).hasSize(6);
    }
}
