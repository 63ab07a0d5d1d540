package wanhu.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wanhu.life.Grade;
import wanhu.life.Reason;
import wanhu.matter.RatedMatters.Asked;
import wanhu.matter.RatedMatters.Rated;
import wanhu.matter.RatedMatters.Rating;
import wanhu.promise.ClockKind;
import wanhu.promise.KeptPromises.Kept;

/** What findings come to, by whichever preset. */
class ScoreTest {
    private static final Instant CAME = Instant.parse("2026-08-03T01:00:00Z");
    private static final Instant NOW = Instant.parse("2026-09-10T01:00:00Z");
    private static final UUID MATTER = new UUID(1, 1);
    private static final UUID UNIT = new UUID(2, 2);

    /**
     * R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score without
     * continuity).
     */
    @ParameterizedTest
    @CsvSource({"81,263,0.2553", "15,148,0.0624", "0,20,0.0000", "1,29,0.0061"})
    void boundsAShareAsWilsonPublished(int good, int cases, double lower) {
        assertThat(Wilson.lower(good, cases)).isCloseTo(lower, within(0.00005));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void boundsRiseWithTheGoodAndWithTheCasesAndNeverPassTheShare(long seed) {
        var random = new Random(seed);
        for (int turn = 0; turn < 500; turn++) {
            int cases = 1 + random.nextInt(2_000);
            double good = random.nextDouble() * cases;
            double lower = Wilson.lower(good, cases);

            assertThat(lower).isBetween(0.0, good / cases + 1e-12);
            assertThat(Wilson.lower(Math.min(cases, good + 1), cases))
                    .isGreaterThanOrEqualTo(lower);
            assertThat(Wilson.lower(good * 2, cases * 2)).isGreaterThanOrEqualTo(lower - 1e-12);
        }
    }

    /**
     * domain.md §3.7, after the ranking of Lianyungang: 50 %, 71.43 %, 83.33 % and 87.5 % are
     * answers of 2, 7, 6 and 8 people; one of them decides the rank.
     */
    @ParameterizedTest
    @CsvSource({"1,2", "5,7", "5,6", "7,8", "9,9"})
    void showsNoRateOfFewerThanTenAnswers(int satisfied, int all) {
        var score = new Score();
        score.add(Presets.usual(), Finding.SATISFIED, false, satisfied);
        score.add(Presets.usual(), Finding.DISSATISFIED, false, all - satisfied);

        assertThat(score.figure(Rate.SATISFACTION, Presets.usual().least()).shown()).isFalse();
        assertThat(score.total(Presets.usual())).isEmpty();
    }

    /** domain.md §3.7: Total = 30·R + 35·S + 35·M; partly solved 0.5, fairly satisfied 0.8. */
    @Test
    void addsUpAsJungarBannerDoes() {
        var preset = Presets.usual();
        var score = new Score();
        score.add(preset, Finding.SIGNED, false, 18);
        score.add(preset, Finding.SIGNED_LATE, false, 2);
        score.add(preset, Finding.CONTACTED, false, 15);
        score.add(preset, Finding.CONTACTED_LATE, false, 5);
        score.add(preset, Finding.SOLVED, false, 12);
        score.add(preset, Finding.PARTLY, false, 4);
        score.add(preset, Finding.UNSOLVED, false, 4);
        score.add(preset, Finding.UNREACHED, false, 7);
        score.add(preset, Finding.VERY_SATISFIED, false, 5);
        score.add(preset, Finding.FAIRLY_SATISFIED, false, 10);
        score.add(preset, Finding.VERY_DISSATISFIED, false, 5);

        assertThat(score.figure(Rate.RESPONSE, 10).value()).isCloseTo(33 / 40.0, within(1e-9));
        assertThat(score.figure(Rate.SOLUTION, 10).value()).isCloseTo(14 / 20.0, within(1e-9));
        assertThat(score.figure(Rate.SATISFACTION, 10).value()).isCloseTo(13 / 20.0, within(1e-9));
        assertThat(score.total(preset).orElseThrow())
                .isCloseTo(30 * 0.825 + 35 * 0.7 + 35 * 0.65, within(1e-9));
    }

    @Test
    void aStrictPresetTakesTheUnreachedForUnsolved() {
        var strict = Presets.find("STRICT", 1).orElseThrow();
        var score = new Score();
        score.add(strict, Finding.SOLVED, false, 10);
        score.add(strict, Finding.UNREACHED, false, 10);

        assertThat(score.figure(Rate.SOLUTION, 1).value()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void ratesStayWithinTheirBoundsAndExclusionsNeverRaiseTheNumerator(long seed) {
        var random = new Random(seed);
        for (Preset preset : Presets.all()) {
            var with = new Score();
            var without = new Score();
            for (Finding finding : Finding.values()) {
                int n = random.nextInt(50);
                int left = random.nextInt(n + 1);
                with.add(preset, finding, false, n);
                without.add(preset, finding, false, n - left);
                without.add(preset, finding, true, left);
            }
            for (Rate rate : Rate.values()) {
                var figure = without.figure(rate, 1);
                assertThat(figure.value()).isBetween(0.0, 1.0);
                assertThat(figure.lower()).isBetween(0.0, figure.value() + 1e-12);
                assertThat(figure.good()).isLessThanOrEqualTo(with.figure(rate, 1).good() + 1e-9);
                assertThat(without.whole(rate, 1).good())
                        .isCloseTo(with.figure(rate, 1).good(), within(1e-9));
                assertThat(without.whole(rate, 1).cases()).isEqualTo(with.figure(rate, 1).cases());
            }
            assertThat(without.volume()).isEqualTo(with.volume());
        }
    }

    @Test
    void everyPresetNamesItsSourceAndCountsEachGrade() {
        assertThat(Presets.all()).hasSizeGreaterThanOrEqualTo(4);
        for (Preset preset : Presets.all()) {
            assertThat(preset.source().zh()).isNotBlank();
            assertThat(preset.source().en()).isNotBlank();
            for (Grade grade : Grade.values()) {
                assertThat(preset.worth(Finding.of(grade))).isPresent();
            }
        }
        assertThat(Presets.usual().weights())
                .isEqualTo(Map.of(Rate.RESPONSE, 30, Rate.SOLUTION, 35, Rate.SATISFACTION, 35));
    }

    @Test
    void weightsAreHundredTogether() {
        var weights = Map.of(Rate.RESPONSE, 50, Rate.SOLUTION, 40, Rate.SATISFACTION, 20);

        assertThatThrownBy(() -> Presets.usual().with(weights, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesUnitsWithinTheirClassOfVolume() {
        assertThat(Presets.usual().classOf(29.9)).isZero();
        assertThat(Presets.usual().classOf(30)).isEqualTo(1);
        assertThat(Presets.usual().classOf(100)).isEqualTo(2);
    }

    private static Rated rated(boolean contacted, @Nullable Asked asked, Rating... ratings) {
        return new Rated(
                MATTER,
                UNIT,
                "farm.power",
                CAME,
                contacted ? CAME.plusSeconds(60) : null,
                Reason.Result.SOLVED,
                asked,
                List.of(ratings));
    }

    private static List<Kept> kept(
            ClockKind kind, String started, String due, @Nullable String stopped) {
        var end = stopped == null ? null : Instant.parse(stopped);
        var kept =
                new Kept(
                        MATTER,
                        kind,
                        Instant.parse(started),
                        Instant.parse(due),
                        false,
                        end,
                        end == null ? null : !end.isAfter(Instant.parse(due)));
        return List.of(kept);
    }

    private static List<String> found(Rated matter, List<Kept> kept) {
        return Findings.of(matter, kept, false, NOW).items().stream()
                .filter(each -> each.finding() != Finding.HANDLED)
                .map(each -> each.finding() + " " + each.month())
                .toList();
    }

    @Test
    void aPromiseCountsOnceItIsKeptOrOver() {
        var sign = ClockKind.SIGN;
        var kept =
                kept(sign, "2026-08-03T02:00:00Z", "2026-08-04T02:00:00Z", "2026-08-03T09:00:00Z");
        var late =
                kept(sign, "2026-08-03T02:00:00Z", "2026-08-31T02:00:00Z", "2026-09-02T02:00:00Z");
        var over = kept(sign, "2026-08-03T02:00:00Z", "2026-08-04T02:00:00Z", null);
        var runs = kept(sign, "2026-08-03T02:00:00Z", "2026-09-20T02:00:00Z", null);
        var before = kept(sign, "2026-08-02T02:00:00Z", "2026-08-04T02:00:00Z", null);

        assertThat(found(rated(false, null), kept)).containsExactly("SIGNED 2026-08");
        assertThat(found(rated(false, null), late)).containsExactly("SIGNED_LATE 2026-08");
        assertThat(found(rated(false, null), over)).containsExactly("SIGNED_LATE 2026-08");
        assertThat(found(rated(false, null), runs)).isEmpty();
        assertThat(Findings.of(rated(false, null), runs, false, NOW).next())
                .isEqualTo(Instant.parse("2026-09-20T02:00:00Z"));
        assertThat(found(rated(false, null), before)).isEmpty();
    }

    @Test
    void whoWasNeverSpokenWithWasNotContactedInTime() {
        var kept =
                kept(
                        ClockKind.CONTACT,
                        "2026-08-03T02:00:00Z",
                        "2026-08-04T02:00:00Z",
                        "2026-08-03T09:00:00Z");

        assertThat(found(rated(true, null), kept)).containsExactly("CONTACTED 2026-08");
        assertThat(found(rated(false, null), kept)).containsExactly("NOT_CONTACTED 2026-08");
    }

    @Test
    void theLastWordOfWhoAskedCounts() {
        var asked = new Asked(Instant.parse("2026-08-20T02:00:00Z"), true, false, null);
        var later = new Rating(Instant.parse("2026-09-02T02:00:00Z"), true, Grade.SATISFIED);
        var unreached = new Asked(Instant.parse("2026-08-20T02:00:00Z"), false, false, null);

        assertThat(found(rated(true, asked), List.of()))
                .containsExactly("UNSOLVED 2026-08", "UNRATED 2026-08");
        assertThat(found(rated(true, asked, later), List.of()))
                .containsExactly("SOLVED 2026-09", "SATISFIED 2026-09");
        assertThat(found(rated(true, unreached), List.of()))
                .containsExactly("UNREACHED 2026-08", "NOBODY_RATED 2026-08");
    }

    /** domain.md §7 (4): a merge of 5 duplicates with 5 ratings. */
    @Test
    void eachOfFiveRequestersRates() {
        var ratings = new Rating[5];
        for (int at = 0; at < ratings.length; at++) {
            var grade = at == 0 ? Grade.VERY_DISSATISFIED : Grade.VERY_SATISFIED;
            ratings[at] = new Rating(Instant.parse("2026-08-20T02:00:00Z"), true, grade);
        }

        assertThat(found(rated(true, null, ratings), List.of()))
                .containsExactly(
                        "SOLVED 2026-08",
                        "VERY_DISSATISFIED 2026-08",
                        "VERY_SATISFIED 2026-08",
                        "VERY_SATISFIED 2026-08",
                        "VERY_SATISFIED 2026-08",
                        "VERY_SATISFIED 2026-08");
    }

    @Test
    void aMonthKeepsThePresetThatHeldWhenItBegan() {
        var strict = Presets.find("STRICT", 1).orElseThrow();
        var chosen = new Chosen(1, strict, YearMonth.parse("2026-09"), false, "试行", "旗长", NOW);
        var months = new SumStore.Months(YearMonth.parse("2026-07"), YearMonth.parse("2026-10"));

        assertThat(PresetChoices.of(List.of(chosen), YearMonth.parse("2026-08")))
                .isEqualTo(Presets.usual());
        assertThat(PresetChoices.runs(List.of(chosen), months))
                .extracting(run ->
                        run.preset().code()
                                + " "
                                + run.months().from()
                                + " "
                                + run.months().until())
                .containsExactly("ZHUNGEER 2026-07 2026-08", "STRICT 2026-09 2026-10");
    }
}
