package wanhu.suggest;

import java.util.regex.Pattern;
import wanhu.base.PersonalData;

/**
 * A text without what tells who somebody is, before anything is learned from it: numbers of people
 * and cards, and names where a text says that a name comes.
 */
final class Plain {
    private static final String STAR = "*";
    private static final String SURNAMES =
            "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖"
                    + "邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文包乌额斯特那巴德]";

    /** "我叫王小明", "联系人：李四", "本人张三丰": what follows is taken for a name. */
    private static final Pattern SAID =
            Pattern.compile(
                    "(我叫|我是|姓名|联系人|联系电话|本人|名叫|叫做|户主|经办人|负责人)([:：是为叫]?\\s*)"
                            + SURNAMES
                            + "[\\u4E00-\\u9FA5·]{1,3}");

    /** "村民王小明", "王小明家", "李某某". */
    private static final Pattern CALLED =
            Pattern.compile(
                    "(村民|居民|牧民|农户|邻居|书记|主任|村长|支书|老汉|老人|户)"
                            + SURNAMES
                            + "[\\u4E00-\\u9FA5]{1,2}(?=[家的和与、，。,.\\s因在将把说反])|"
                            + SURNAMES
                            + "某{1,2}");

    private static final Pattern NUMBERS = Pattern.compile("[0-9０-９A-Za-z@._-]{5,}");

    private Plain() {}

    /** The text with a star in place of each. */
    static String of(String text) {
        var numbers = NUMBERS.matcher(PersonalData.redacted(text)).replaceAll(_ -> STAR);
        var said = SAID.matcher(numbers).replaceAll(each -> each.group(1) + each.group(2) + STAR);
        return CALLED.matcher(said).replaceAll(each -> kept(each.group(1)) + STAR);
    }

    private static String kept(@org.jspecify.annotations.Nullable String cue) {
        return cue == null ? "" : cue;
    }
}
