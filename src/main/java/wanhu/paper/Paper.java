package wanhu.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * What stands on an official paper, in the order of the standard. Empty texts leave their place
 * out; a seal is never drawn, its place stays free.
 *
 * @param mark 发文机关标志, the red head
 * @param number 发文字号: 库民办督〔2026〕1号
 * @param to 主送机关, without the colon
 * @param body paragraphs, divided by line ends
 * @param organ who signs (发文机关署名)
 * @param day 成文日期
 * @param contact 附注: whom to ask, without the brackets
 * @param copies 抄送机关
 * @param present of minutes: who was there (出席)
 * @param stamp a line above each page, such as that it was withdrawn
 */
public record Paper(
        Form form,
        String mark,
        String number,
        String title,
        String to,
        String body,
        String organ,
        LocalDate day,
        String contact,
        String copies,
        String present,
        String stamp) {
    /** Longest head in characters: it stands on one line. */
    public static final int MARK_CHARACTERS_MAX = 30;

    /** Longest title in characters. */
    public static final int TITLE_CHARACTERS_MAX = 120;

    /** Longest body in characters, about a hundred pages. */
    public static final int BODY_CHARACTERS_MAX = 30_000;

    /** The paragraphs of the body that are not empty. */
    List<String> paragraphs() {
        return body.lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    /** 成文日期: Arabic figures, month and day without zeros (GB/T 9704-2012, 7.3.5.4). */
    String date() {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
