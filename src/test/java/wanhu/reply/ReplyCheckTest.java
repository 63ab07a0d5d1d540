package wanhu.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wanhu.reply.Finding.Sort;

/** What a writer should look at before an answer goes out, and what needs no second look. */
class ReplyCheckTest {
    private static final String GOOD = "耕地没有通电，因为变压器太小。农电局将于9月30日前换好，有事请拨打值班电话。";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "耕地没有通电，什么时候能通|耕地通电的事农电局已经安排施工队。|ASKED_WHEN",
                "耕地没有通电，什么时候能通|耕地通电由农电局负责，9月30日前完成。|",
                "地力补贴一亩多少钱|补贴由镇财政所负责发放，下月底前打到卡上。|ASKED_HOW_MUCH",
                "地力补贴一亩多少钱|补贴每亩75元，由镇财政所负责，下月底前发放。|",
                "为什么低保停了|低保已于8月停发，请到镇民政办查询。|ASKED_WHY",
                "为什么低保停了|低保停发是因为家庭收入超过标准，8月起停，请到镇民政办查询。|",
                "路灯坏了归谁管|路灯已经修好，昨天恢复。|ASKED_WHO",
                "路灯坏了归谁管|路灯由镇城建办负责，昨天已修好。|",
                "医保卡丢了怎么办|医保卡很重要，村委会9月5日说过。|ASKED_HOW",
                "医保卡丢了怎么办|医保卡补办请带身份证到镇便民服务中心，当天可以取。|",
                "我家能不能评低保|低保申请由镇民政办受理，请9月5日前来。|ASKED_WHETHER",
                "我家能不能评低保|低保条件你家符合，请9月5日前到镇民政办申请。|",
                "水井坏了|你说的水井，水务局9月5日。|NO_STEP",
                "水井坏了|水井已经修好，9月5日。|NO_WHO",
                "水井坏了|水井由水务局修好，正在试水。|NO_DATE",
                "水井坏了|水井由水务局尽快安排，9月5日前。|EMPTY_WORD",
                "水井坏了|水井一事经查，水务局将于9月5日修好。|OFFICE_WORD",
                "水井坏了|道路由交通局将于9月5日修好。|OFF_TOPIC",
                "水井坏了|水井由水务局将于9月5日修好，找老王13800138000。|PERSONAL_DATA"
            })
    void findsWhatIsMissingAndNothingElse(String asked, String answer, Sort found) {
        assertThat(ReplyCheck.of(asked, answer).stream().map(Finding::sort).toList())
                .isEqualTo(found == null ? List.of() : List.of(found));
    }

    /** What looks like a finding and is none, at least one of each sort. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERSONAL_DATA|水井坏了|水井的编号150524-20261019-0004由水务局于9月5日修好，花费13800元，有事拨打12345。",
                "OFF_TOPIC|WiFi|村委会已于9月5日装好，有事来村委会。",
                "OFF_TOPIC|水井坏了|您家门前的那口水井，村委会昨天修好了。",
                "ASKED_WHEN|几号发低保|低保由镇民政办下月底发放。",
                "ASKED_HOW_MUCH|耕地补多少钱|耕地补贴每亩七十元，镇财政所下月发放。",
                "ASKED_WHY|为什么停水|停水是主管道破裂造成的，水务局今天修好了。",
                "ASKED_WHO|路灯归谁管|路灯由我们村委会负责，明天来修。",
                "ASKED_HOW|医保怎么办|医保先到村委会登记，再带身份证到镇便民服务中心，本周内办完。",
                "ASKED_WHETHER|有没有救济款|救济款没有了，镇民政办明年一月再受理。",
                "NO_STEP|水井坏了|水井的水泵由水务局更换了，昨天出水。",
                "NO_STEP|水井坏了|水井的水务局抢修队正在现场，今晚通水。",
                "NO_WHO|水井坏了|我们昨天把水井修好了。",
                "NO_WHO|水井坏了|水井已由电工师傅昨天修好。",
                "NO_DATE|水井坏了|水井由水务局修理，两个工作日内完成。",
                "NO_DATE|水井坏了|水井由水务局修理，周五完成。",
                "EMPTY_WORD|水井坏了|水井由水务局明天修理，请您在合适时间来看，也可以选择机井旁的新址。",
                "OFFICE_WORD|水井坏了|水井我们已经查过，水务局熟悉情况，因此复查后昨天用模拟水压试过，修好了。",
                "LONG_SENTENCE|水井坏了|水井由水务局于9月5日修好，换了水泵、电缆和闸阀，管道也冲洗过，水质化验合格，村里已经通知各家可以放心用水，请看告示。"
            })
    void whatOnlyLooksLikeItIsLeftAlone(Sort not, String asked, String answer) {
        assertThat(ReplyCheck.of(asked, answer)).extracting(Finding::sort).doesNotContain(not);
    }

    @Test
    void everySortHasACaseThatOnlyLooksLikeIt() throws NoSuchMethodException {
        var cases =
                ReplyCheckTest.class
                        .getDeclaredMethod(
                                "whatOnlyLooksLikeItIsLeftAlone",
                                Sort.class,
                                String.class,
                                String.class)
                        .getAnnotation(CsvSource.class)
                        .value();
        assertThat(Stream.of(cases).map(each -> each.substring(0, each.indexOf('|'))).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Sort.values())
                                // Who told it is known to letters alone: LettersTest.
                                .filter(each -> each != Sort.NAMES_RESIDENT)
                                .map(Sort::name)
                                .toList());
    }

    @Test
    void aGoodAnswerIsLeftAlone() {
        assertThat(ReplyCheck.of("耕地没有通电", GOOD)).isEmpty();
        assertThat(ReplyCheck.of("耕地没有通电", " ")).isEmpty();
    }

    /** How an office is reached is public; what reaches a person is hers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "请拨打0470-8812345|",
                "请您拨打0470-8812345咨询|",
                "有事致电：04708812345|",
                "值班电话0475-4912345|",
                "值班电话：0475-4912345、0475-4954321|",
                "请联系水务局（0475-4912345）|",
                "镇政府办公室电话是 0475-4912345|",
                "库伦镇便民服务中心联系电话:0475 4912345|",
                "报修热线０４７５－４９１２３４５|",
                "抢修热线０４７５４９１２３４５|",
                "电力抢修请拨打95598|",
                "有事拨打12345、12388或110|",
                "燃气公司客服400-812-3456|",
                "银行客服95588，全国统一|",
                "医保服务热线010-12393|",
                "请拨打13947512345|139…",
                "镇水务站老王的电话13947512345|139…",
                "值班电话：0475-4912345、13947512345|139…",
                "您登记的电话0475-4912345|047…",
                "已拨打0475-4912345联系您|047…",
                "老王家电话0475-4912345|047…",
                "联系人李某，0475-4912345|047…",
                "水务局已经去过王某家，电话0475-4912345|047…",
                "王某座机０４７５４９１２３４５|０４７…",
                "值班电话0475-4912345。王某家电话0475-4954321|047…"
            })
    void aFixedLineOfAnOfficeIsNoNumberOfAPerson(String text, String hinted) {
        assertThat(ReplyCheck.personal(text))
                .extracting(found -> String.valueOf(found.arguments().getFirst()))
                .isEqualTo(hinted == null ? List.of() : List.of(hinted));
    }

    @Test
    void aNumberIsNotRepeatedInFull() {
        assertThat(ReplyCheck.personal("请打13800138000"))
                .singleElement()
                .satisfies(found -> assertThat(found.arguments()).containsExactly("138…"));
    }

    @Test
    void aLongSentenceIsNamedByItsBeginning() {
        var found = ReplyCheck.of("", "因为".repeat(31) + "，由水务局已于9月5日修好");

        assertThat(found).singleElement().extracting(Finding::sort).isEqualTo(Sort.LONG_SENTENCE);
    }
}
