package wanhu.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that say that life or property may be in danger now. They remind whoever reads; they decide
 * nothing.
 */
final class Urgency {
    private static final List<String> WORDS =
            List.of(
                    "起火", "着火", "失火", "火灾", "冒烟", "爆炸", "燃气泄漏", "煤气泄漏", "漏气", "煤气中毒", "一氧化碳", "中毒",
                    "触电", "漏电", "电线掉", "断线落地", "塌方", "坍塌", "倒塌", "塌陷", "滑坡", "泥石流", "洪水", "决堤",
                    "溃坝", "溺水", "落水", "被困", "困在", "坠落", "高空坠物", "昏迷", "晕倒", "大出血", "心脏病", "生命危险",
                    "有人受伤", "多人受伤", "死人", "自杀", "轻生", "跳楼", "砍人", "持刀", "打架", "斗殴", "家暴", "抢劫",
                    "绑架", "失踪", "走失", "翻车", "车祸", "撞人", "危房要倒", "房子要塌", "井盖丢失", "井盖没了", "食物中毒",
                    "疫情", "狂犬", "毒气", "危化品", "泄漏");

    /** What says that it is not so: "没有着火", "无人受伤". */
    private static final Pattern DENIED = Pattern.compile("(没有?|未|无|不会?|并非|不是)$");

    private static final int BEFORE = 3;

    private Urgency() {}

    /** Those that stand in the text and aren't denied; none of them part of another. */
    static List<String> words(String text) {
        var found = new ArrayList<String>();
        for (String word : WORDS) {
            int at = text.indexOf(word);
            if (at >= 0 && !DENIED.matcher(text.substring(Math.max(0, at - BEFORE), at)).find()) {
                found.removeIf(word::contains);
                if (found.stream().noneMatch(each -> each.contains(word))) {
                    found.add(word);
                }
            }
        }
        return List.copyOf(found);
    }
}
