package wanhu.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import wanhu.base.PersonalData;
import wanhu.reply.Finding.Sort;

/**
 * Reads an answer as the resident will: does it meet what was asked, name the next step, who does
 * it and by when, in plain words and without personal data. It finds by words and patterns, so it
 * errs both ways; what it finds is a question to the writer and never a refusal. Pure.
 */
public final class ReplyCheck {
    /** Longest sentence that is read easily, in characters. */
    static final int SENTENCE_CHARACTERS_MAX = 60;

    /** Words of each sort that are told at most: a list of twenty helps nobody. */
    private static final int WORDS_MAX = 3;

    /** So far before a number stands whose it is. */
    private static final int BEFORE_CHARACTERS = 40;

    private static final Pattern DATE =
            Pattern.compile(
                    "[0-9０-９]{1,2}月([0-9０-９]{1,2}[日号]|[上中下]旬|底|份)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
                            + "|[0-9一二三四五六七八九十两]{1,3}个?(工作日|天|日|小时|分钟|周|星期|月|年)(之?内|后|以内)?"
                            + "|(今|明|后|当|昨|前)[天日晚]|(本|上|下|每)(周|月|个?星期)|(月|年)底(前|以前)?|(周|星期)[一二三四五六日天]");
    private static final Pattern WHO =
            Pattern.compile(
                    "[\\p{IsHan}]{1,14}(局|办|镇|乡|苏木|嘎查|村|社区|街道|委员会|村委会|中心|站|所|公司|政府|单位|科|股|队"
                            + "|书记|主任|镇长|乡长|局长|所长|站长|网格员|网格长|电工|师傅|工作人员|技术员|专员)"
                            + "|村委会|居委会|党支部|我(局|办|镇|乡|村|社区|街道|中心|站|所|公司|单位|们)");
    private static final Pattern STEP =
            Pattern.compile(
                    "已(经|于|完成|修|解决|恢复|安排|通知|联系|补|发|办|清|更换|拨付)|[已就]{0,1}(修好|解决了|办好|清理完|恢复供|换好)"
                            + "|将(于|在|由|会|组织|安排|对|进行|继续)|(修|换|清理|补|接|安装|疏通|核实|恢复|处理|解决)(好|完|通)?了|完成|发放|受理|负责|下一步|计划|安排|正在|预计|接下来|请(?!示)"
                            + "|(您|你)可以|可以(到|在|向|拨打|申请|带)|会在|再(次|来|上门|回访)");
    private static final Pattern FIGURE =
            Pattern.compile("[0-9０-９]|[一二三四五六七八九十百千万两]+(元|块|万|千|百|亩|户|人|米|公里|斤|吨|%|成)");
    private static final Pattern REASON =
            Pattern.compile("因为|由于|因(?![此而])|原因|是因|缘于|鉴于|造成|导致|所以|按照|根据|依据|依照|规定");
    private static final Pattern WAY =
            Pattern.compile(
                    "请|可以|需要|需|携带|带上|拨打|到.{1,20}(办理|申请|领取|登记|咨询)|先.{1,30}(再|然后)|第一步|材料|步骤|流程|由.{2,20}(负责|组织|安排|维修|处理)|将|已");
    private static final Pattern WHETHER =
            Pattern.compile("可以|不可以|不能|能够|能(?!够)|符合|不符合|不属于|属于|属实|不属实|是的|不是|有|没有|无|未|已|同意|不同意|支持");

    /** What shows that something was asked, and what then answers it. */
    private record Element(Sort sort, Pattern asked, Pattern answered) {}

    private static final List<Element> ELEMENTS =
            List.of(
                    new Element(
                            Sort.ASKED_WHEN,
                            Pattern.compile("什么时候|啥时候|何时|多久|多长时间|几时|哪天|什么时间|几月|几号"),
                            DATE),
                    new Element(
                            Sort.ASKED_HOW_MUCH,
                            Pattern.compile("多少|几块钱|什么标准|补贴标准|收费标准|怎么收费|补几"),
                            FIGURE),
                    new Element(
                            Sort.ASKED_WHY, Pattern.compile("为什么|为啥|为何|凭什么|什么原因|咋回事|怎么回事"), REASON),
                    new Element(
                            Sort.ASKED_WHO,
                            Pattern.compile("找谁|谁管|谁来|谁负责|哪个部门|什么部门|哪个单位|归谁|找哪|哪里办|去哪"),
                            WHO),
                    new Element(
                            Sort.ASKED_HOW,
                            Pattern.compile("怎么办|咋办|如何|怎样|怎么申请|怎么领|怎么交|什么材料|啥手续|什么手续|需要什么"),
                            WAY),
                    new Element(
                            Sort.ASKED_WHETHER,
                            Pattern.compile("能不能|可不可以|是不是|是否|可以吗|能否|有没有|行不行|[吗嘛]([？?。，,！]|$)"),
                            WHETHER));

    /** What every answer tells, and which finding says the same already. */
    private record Needed(Sort sort, Sort asked, Pattern told) {}

    private static final List<Needed> NEEDED =
            List.of(
                    new Needed(Sort.NO_STEP, Sort.ASKED_HOW, STEP),
                    new Needed(Sort.NO_WHO, Sort.ASKED_WHO, WHO),
                    new Needed(Sort.NO_DATE, Sort.ASKED_WHEN, DATE));

    /**
     * What stands right before a fixed line that people are to call: an invitation, what the line
     * is for, or whose office it is; other such numbers may stand between. How to reach an office
     * is to be public (Regulations on the Disclosure of Government Information, article 20 no. 2),
     * and personal is what relates to a natural person (Personal Information Protection Law,
     * article 4).
     */
    private static final Pattern OFFICE_LINE =
            Pattern.compile(
                    "(?:(?<![已曾经次])(?:拨打|致电)|热线|总机|传真"
                            + "|(?:值班|办公室?|咨询|服务|监督|投诉|举报|报修|抢修|维修|应急|客服|便民|公开|窗口|大厅)(?:联系)?(?:电话|座机|号码)"
                            + "|(?:局|办|镇|乡|苏木|嘎查|村|社区|街道|委员会|委会|中心|站|所|公司|政府|单位|科|股|队|室|厅|院|校)的?(?:联系)?(?:电话|座机|号码)?)"
                            + "[0-9０-９、，,或和转/\\s（(：:是为-]*+$");

    /** Words that promise nothing: what they stand for is a day and a name. */
    private static final Pattern EMPTY =
            Pattern.compile(
                    "尽快|(?<!合)适时|酌情|有关部门|相关部门|相关单位|进一步|高度重视|研究研究|条件成熟|积极协调|加大力度|持续跟进"
                            + "|(?<!坚持)原则上|(?<!选)择机|逐步推进|统筹考虑");

    /** Words of offices, each with a plain one; not where they are part of a word of everybody. */
    private static final Pattern OFFICE =
            Pattern.compile(
                    "特此函复|(?<!龟)兹|予以|鉴于上述|(?<![模虚比])拟(?!人)|该信访人|来电人|诉求人|当事人|(?<!已)经查"
                            + "|如下所述|(?<![熟知获详])悉|(?<!因)此复|妥否|均系|尚需|籍此|烦请|遵照执行");

    private ReplyCheck() {}

    /**
     * What to look at in an answer.
     *
     * @param asked the resident's words; empty when they are not known
     * @param answer what she will read
     * @return the heaviest first; empty when nothing was found or nothing is written yet
     */
    public static List<Finding> of(String asked, String answer) {
        if (answer.isBlank()) {
            return List.of();
        }
        var found = new ArrayList<>(personal(answer));
        offTopic(asked, answer, found);
        for (Element each : ELEMENTS) {
            if (each.asked().matcher(asked).find() && !each.answered().matcher(answer).find()) {
                found.add(Finding.of(each.sort()));
            }
        }
        NEEDED.forEach(each -> missing(found, each, answer));
        words(found, Sort.EMPTY_WORD, EMPTY, answer);
        words(found, Sort.OFFICE_WORD, OFFICE, answer);
        sentences(found, answer);
        found.sort(Comparator.comparing(Finding::sort));
        return List.copyOf(found);
    }

    /**
     * Numbers of persons in a text; they are not repeated in full. A fixed line is one unless the
     * words before it say that an office has it; a mobile always is, also one of a colleague.
     */
    public static List<Finding> personal(String text) {
        return PersonalData.find(text).stream()
                .filter(each -> !office(text, each))
                .limit(WORDS_MAX)
                .map(each ->
                        Finding.of(
                                Sort.PERSONAL_DATA,
                                text.substring(each.from(), Math.min(each.from() + 3, each.until()))
                                        + "…"))
                .toList();
    }

    /** Whether it is a fixed line, and an office's. */
    private static boolean office(String text, PersonalData.Found found) {
        char first = text.charAt(found.from());
        if (found.sort() != PersonalData.Sort.PHONE || (first != '0' && first != '\uFF10')) {
            return false;
        }
        var before = text.substring(Math.max(0, found.from() - BEFORE_CHARACTERS), found.from());
        return OFFICE_LINE.matcher(before).find();
    }

    /** What each answer has; said once, when it was asked for as well. */
    private static void missing(List<Finding> found, Needed needed, String answer) {
        boolean said = found.stream().anyMatch(each -> each.sort() == needed.asked());
        if (!said && !needed.told().matcher(answer).find()) {
            found.add(Finding.of(needed.sort()));
        }
    }

    private static void words(List<Finding> found, Sort sort, Pattern words, String answer) {
        words.matcher(answer)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(WORDS_MAX)
                .forEach(each -> found.add(Finding.of(sort, each)));
    }

    private static void sentences(List<Finding> found, String answer) {
        Arrays.stream(answer.split("[。！？；!?;\\n]", -1))
                .map(String::strip)
                .filter(each -> each.length() > SENTENCE_CHARACTERS_MAX)
                .limit(1)
                .forEach(each ->
                        found.add(
                                Finding.of(
                                        Sort.LONG_SENTENCE, each.substring(0, 10), each.length())));
    }

    /** No two neighbouring characters of the question's title stand in the answer. */
    private static void offTopic(String asked, String answer, List<Finding> found) {
        var title = asked.lines().findFirst().orElse("");
        var pairs = pairs(title);
        boolean meets = pairs.isEmpty() || pairs.stream().anyMatch(answer::contains);
        if (!meets) {
            found.add(Finding.of(Sort.OFF_TOPIC));
        }
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int at = 0; at + 2 <= text.length(); at++) {
            var pair = text.substring(at, at + 2);
            if (pair.codePoints().allMatch(Character::isIdeographic)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
