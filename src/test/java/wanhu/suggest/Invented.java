package wanhu.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Messages of our own invention, put together from what people in a county might say. */
final class Invented {
    private static final List<String> OPENINGS =
            List.of(
                    "您好，",
                    "我是本村村民，",
                    "请领导帮忙看看，",
                    "反映一个问题：",
                    "前几天就打过电话，",
                    "",
                    "麻烦尽快处理，",
                    "村里老人都很着急，");

    private static final List<String> ENDINGS =
            List.of("希望早点解决。", "请给个答复。", "谢谢。", "大家意见很大。", "什么时候能好？", "已经好几天了。", "", "找过几次没有人管。");

    private static final Map<String, List<String>> MIDDLES =
            new TreeMap<>(
                    Map.of(
                            "farm.power",
                            List.of(
                                    "地里的机井没有通电，浇不上地",
                                    "变压器烧了，抽水泵带不动",
                                    "耕地边上的农电线路断了，没法灌溉",
                                    "大棚用的三相电一直没接上",
                                    "机井配电箱坏了，玉米快旱死了",
                                    "农田用电电压太低，水泵转不起来"),
                            "water.supply",
                            List.of(
                                    "自来水停了，家里没有水吃",
                                    "水龙头流出来的水发黄有味",
                                    "水管冻裂了，一直在漏水",
                                    "村东头吃水困难，要到邻村去拉水",
                                    "水费收得不明白，水表也不准",
                                    "饮水井的水质不好，不敢喝"),
                            "road.broken",
                            List.of(
                                    "进村的水泥路坑坑洼洼，车都过不去",
                                    "下雨以后路面塌陷，积水很深",
                                    "村里的土路泥泞，想硬化一下",
                                    "路肩被水冲垮了，三轮车翻了",
                                    "主路破损严重，坑里能藏人",
                                    "修路修了一半就停了，尘土很大"),
                            "road.lamp",
                            List.of(
                                    "村口路灯不亮，晚上走路害怕",
                                    "巷子里没有路灯照明",
                                    "太阳能路灯坏了大半",
                                    "路灯杆歪了，灯头掉下来",
                                    "广场边路灯白天亮晚上不亮",
                                    "新装的路灯又不亮了"),
                            "clean.rubbish",
                            List.of(
                                    "垃圾堆在路边没有人清运",
                                    "垃圾桶满了，臭气熏天",
                                    "保洁员很久没来打扫",
                                    "河沟里倒满了生活垃圾",
                                    "垃圾清运车一个月没来",
                                    "建筑垃圾倒在地头"),
                            "care.minimum",
                            List.of(
                                    "家里困难，想申请低保",
                                    "低保金少发了一个月",
                                    "残疾人家庭没有评上特困",
                                    "临时救助申请了没有消息",
                                    "孤寡老人生活困难，没人给办救助",
                                    "低保名单不公平，困难户没有评上"),
                            "work.wages",
                            List.of(
                                    "工地拖欠工资，干了半年没给钱",
                                    "包工头跑了，农民工工资没结",
                                    "合作社欠薪，快过年了还不发",
                                    "在砖厂打工，老板拖欠三个月工资",
                                    "工资条有假，实际少发",
                                    "给公司干活，工钱一直要不回来"),
                            "home.plot",
                            List.of(
                                    "想批一块宅基地盖房",
                                    "宅基地面积和证上不一样",
                                    "邻居建房占了我家的宅基地",
                                    "宅基地申请交了一年没有批",
                                    "儿子分户，宅基地批不下来",
                                    "老宅基地的建房证丢了，怎么补")));

    private Invented() {}

    /** So many of each category, always the same. */
    static List<Example> examples(int each) {
        var random = new Random(7);
        var examples = new ArrayList<Example>();
        MIDDLES.forEach((category, middles) -> {
            for (int at = 0; at < each; at++) {
                examples.add(new Example(category, text(middles, random), false));
            }
        });
        return examples;
    }

    private static String text(List<String> middles, Random random) {
        var first = middles.get(random.nextInt(middles.size()));
        var second =
                random.nextInt(3) == 0 ? "，" + middles.get(random.nextInt(middles.size())) : "";
        return OPENINGS.get(random.nextInt(OPENINGS.size()))
                + first
                + second
                + "，"
                + ENDINGS.get(random.nextInt(ENDINGS.size()));
    }
}
