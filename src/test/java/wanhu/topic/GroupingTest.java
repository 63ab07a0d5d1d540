package wanhu.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wanhu.base.OrgPath;
import wanhu.matter.ToldMatters.Told;

/** Groups of matters by their words, without any database. */
class GroupingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final OrgPath COUNTY = OrgPath.ofDivision("150524");

    /** Title and text of the invented matters of the demonstration. */
    static List<String[]> samples() {
        try (var file = GroupingTest.class.getResourceAsStream("/wanhu/demo/matters.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Told told(int number, Instant at, OrgPath place, String[] sample) {
        return new Told(
                new UUID(7, number),
                number,
                at,
                place,
                sample[0],
                sample[2],
                sample[2] + "\n" + sample[3]);
    }

    private static OrgPath village(int number) {
        return COUNTY.child(1 + number % 16).child(1 + number / 16 % 20);
    }

    private static List<Told> many(int count, long seed) {
        var random = new Random(seed);
        var samples = samples();
        var all = new ArrayList<Told>();
        for (int at = 0; at < count; at++) {
            var sample = samples.get(random.nextInt(samples.size()));
            var time = START.plusSeconds(at * 300L);
            all.add(told(at, time, village(random.nextInt(300)), sample));
        }
        return all;
    }

    @Test
    void theSameIsOneGroupWhereverItIsToldAndNothingElseIsInIt() {
        var grouping = Grouping.empty();
        var groups = new HashMap<String, Map<UUID, Integer>>();
        var matters = many(800, 1);
        matters.forEach(each ->
                groups.computeIfAbsent(each.title(), _ -> new HashMap<>())
                        .merge(grouping.place(each), 1, Integer::sum));

        assertThat(groups.values()).allSatisfy(each -> assertThat(each).hasSizeLessThan(4));
        var owners = new HashMap<UUID, String>();
        groups.forEach((title, each) ->
                each.forEach((group, n) -> owners.merge(group, title, (one, _) -> one)));
        assertThat(owners.size()).isBetween(30, 60);
    }

    @Test
    void goingOnFromWhatWasKeptIsTheSameAsNeverStopping() {
        var matters = many(400, 2);
        var whole = Grouping.empty();
        var straight = matters.stream().map(whole::place).toList();
        var first = Grouping.empty();
        var resumed = new ArrayList<UUID>();
        matters.subList(0, 222).forEach(each -> resumed.add(first.place(each)));
        var frequency = new int[Grams.FEATURES];
        first.counted().forEach((feature, n) -> frequency[feature] = n);
        var kept =
                first.groups().stream()
                        .sorted(java.util.Comparator.comparing(Group::id).reversed())
                        .toList();
        var second = new Grouping(first.texts(), frequency, kept);
        matters.subList(222, 400).forEach(each -> resumed.add(second.place(each)));

        assertThat(resumed).isEqualTo(straight);
    }

    @Test
    void whatIsToldAfterALongTimeIsANewGroup() {
        var grouping = Grouping.empty();
        var sample = samples().getFirst();
        var first = grouping.place(told(0, START, village(0), sample));
        for (int at = 1; at < 70; at++) {
            var later = START.plusSeconds(86_400L * 100 + at);
            grouping.place(told(at, later, village(0), samples().get(5)));
        }
        var again = grouping.place(told(99, START.plusSeconds(86_400L * 101), village(0), sample));

        assertThat(again).isNotEqualTo(first);
    }

    @Test
    void aHundredThousandMattersStayWithinTheirMemoryAndTime() {
        var random = new Random(3);
        var grouping = Grouping.empty();
        var samples = samples();
        long start = System.nanoTime();
        long worst = 0;
        int count = 1_500;
        for (int at = 0; at < count; at++) {
            var sample = samples.get(random.nextInt(samples.size())).clone();
            // Half of them say something that nobody else says: the worst case for memory.
            if (at % 2 == 0) {
                sample[2] = nonsense(random);
                sample[3] = nonsense(random) + nonsense(random);
            }
            long before = System.nanoTime();
            grouping.place(told(at, START.plusSeconds(at * 315L), village(at), sample));
            worst = Math.max(worst, System.nanoTime() - before);
        }
        double millis = (System.nanoTime() - start) / 1e6 / count;
        // A group: 96 numbers and 96 weights of 4 bytes, 8 places of 19 signs, some objects.
        int group = Group.FEATURES_MAX * 8 + Group.PLACES_MAX * 80 + 200;
        double most = (Grouping.GROUPS_MAX * (double) group + 4.0 * 3 * Grams.FEATURES) / 1e6;
        System.out.printf(
                "topic placing: %.3f ms a matter, worst %.1f ms, %d groups; at most %.1f MB a county%n",
                millis, worst / 1e6, grouping.groups().size(), most);

        assertThat(millis).isLessThan(10);
        assertThat(most).isLessThan(32);
        assertThat(grouping.groups().size()).isLessThanOrEqualTo(Grouping.GROUPS_MAX);
    }

    private static String nonsense(Random random) {
        var text = new StringBuilder();
        for (int at = 0; at < 30; at++) {
            text.appendCodePoint(0x4E00 + random.nextInt(20_000));
        }
        return text.toString();
    }

    @Test
    void wordsOfAGroupAreThoseOfManyAndNeverANameInOne() {
        var texts =
                List.of("小区暖气不热，室温只有十四度，王大锤家最冷", "暖气不热，老人冻得睡不着", "三号楼暖气不热，找过供热站", "供热站说阀门坏了，暖气不热");

        assertThat(Frequent.of(texts)).contains("暖气").doesNotContain("王大锤", "大锤");
        assertThat(Frequent.of(texts.subList(0, 2))).isEmpty();
    }

    @Test
    void wordsBeginWhereATitleBegins() {
        var titles = List.of("村东机井没有通电", "村东机井没有通电", "村东机井没有通电");

        assertThat(Frequent.of(titles)).containsExactly("村东机井", "通电");
    }

    /** Exact: of five, five in the later time has the chance 1/32; of four, four has 1/16. */
    @ParameterizedTest
    @CsvSource({
        "5,0,RISING",
        "4,0,STEADY",
        "3,0,STEADY",
        "0,5,FALLING",
        "12,10,STEADY",
        "40,20,RISING"
    })
    void aRiseIsWhatChanceHardlyExplains(int now, int before, Trend trend) {
        assertThat(Trend.of(now, before)).isEqualTo(trend);
    }

    @Test
    void theChanceIsExact() {
        assertThat(Trend.chance(5, 0)).isCloseTo(1 / 32.0, within(1e-12));
        assertThat(Trend.chance(3, 1)).isCloseTo(5 / 16.0, within(1e-12));
        assertThat(Trend.chance(0, 7)).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-03,2026-10-01,false",
        "2026-09-05,2026-10-01,true",
        "2026-11-22,2026-10-01,true",
        "2027-02-03,2026-10-01,true",
        "2027-05-03,2027-10-01,false"
    })
    void remindsOfHeatingBeforeOctoberAndUntilApril(
            LocalDate today, LocalDate first, boolean near) {
        var heating = new Season("heating", 0, "供暖季", 10, 4, 30, List.of("water"), "", true);

        assertThat(heating.next(today)).isEqualTo(first);
        assertThat(heating.near(today)).isEqualTo(near);
    }
}
