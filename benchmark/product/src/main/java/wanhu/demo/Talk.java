package wanhu.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import wanhu.life.Kind;

/** What residents tell through the year: some things far more often than others, each in its season. */
final class Talk {
    private static final List<DemoSample> SAMPLES =
            DemoTable.rows("matters.tsv").stream().map(DemoSample::of).toList();
    private static final String[] FAMILIES = DemoTable.rows("names.tsv").get(0);
    private static final String[] GIVEN = DemoTable.rows("names.tsv").get(1);
    private static final String[] WHERE = {
        "村东头", "村西头", "一组", "二组", "三组", "四组", "学校后面", "村部旁边", "老供销社门口", "河套边", "主街", "集市口", "卫生室门前", "新区第二排"
    };
    private static final String[] CLOSING = {
        "请尽快安排人来看看。", "已经说过两回了。", "麻烦帮着协调。", "家里老人行动不便。", "周围十几户都这样。", "希望能给个准信。"
    };

    private Talk() {}

    /** One more. */
    static DemoSample next(LocalDate day, Random random) {
        var sample = sample(random);
        while (random.nextDouble() > season(sample.category(), day.getMonthValue())) {
            sample = sample(random);
        }
        var place = WHERE[random.nextInt(WHERE.length)];
        var title = random.nextBoolean() ? sample.title() : place + "：" + sample.title();
        return new DemoSample(
                sample.category(), sample.kind(), title, text(sample, place, random), sample.tried(), sample.answer());
    }

    /** Words that one in a thousand says, for who looks for them. */
    private static String text(DemoSample sample, String place, Random random) {
        int luck = random.nextInt(1_000);
        var rare = luck == 0 ? "骆驼也丢了两峰。" : luck < 3 ? "宅基地审批也没有下来。" : "";
        var other = random.nextInt(3) == 0 ? SAMPLES.get(random.nextInt(SAMPLES.size())).text() : "";
        return "我家在%s，家里%d口人。%s%s%s%s"
                .formatted(
                        place,
                        2 + random.nextInt(6),
                        sample.text(),
                        other,
                        rare,
                        CLOSING[random.nextInt(CLOSING.length)]);
    }

    private static DemoSample sample(Random random) {
        double chance = random.nextDouble();
        return SAMPLES.get((int) (SAMPLES.size() * chance * Math.sqrt(chance)));
    }

    /** How willingly it is told in a month, 0 to 1. */
    private static double season(String category, int month) {
        boolean growing = month >= 4 && month <= 9;
        boolean cold = month <= 3 || month >= 11;
        return switch (category) {
            case "farm.power", "farm.water", "farm.road", "farm.grass" -> growing ? 1 : 0.15;
            case "water.heat" -> cold ? 1 : 0.02;
            case "water.supply" -> month >= 6 && month <= 8 || month == 1 ? 1 : 0.5;
            case "care.disaster" -> month >= 6 && month <= 8 ? 1 : 0.05;
            case "school.pupil" -> month == 3 || month == 9 ? 1 : 0.4;
            case "work.wages" -> month == 1 || month >= 11 ? 1 : 0.3;
            default -> 0.7;
        };
    }

    static String name(Random random) {
        return FAMILIES[random.nextInt(FAMILIES.length)] + GIVEN[random.nextInt(GIVEN.length)];
    }

    /** A mobile number of a range that is not given out. */
    static String phone(Random random) {
        return "1990%07d".formatted(random.nextInt(10_000_000));
    }

    /** Whether somebody who tells that must not be known. */
    static boolean secret(DemoSample sample) {
        return sample.kind() == Kind.REPORT;
    }
}
