package wanhu.duty;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wanhu.base.Refused;

/** The columns of a file of duty items; the heading names them in Chinese or English. */
enum DutyColumn {
    CODE("code", "编号 序号 code number"),
    KIND("kind", "清单 清单类型 类别 list kind"),
    TEXT("text", "事项 事项名称 履职事项 text item"),
    LEAD("lead", "牵头部门 对应上级部门 承接部门 责任部门 lead"),
    UPPER("long", "上级部门职责 部门职责 工作方式 upper"),
    OWN("long", "乡镇职责 乡镇配合职责 配合职责 own"),
    BASIS("basis", "法律依据 依据 basis"),
    CATEGORIES("categories", "诉求类别 对应类别 categories");

    private static final List<DutyColumn> NEEDED = List.of(CODE, KIND, TEXT, BASIS);
    private static final Pattern SEPARATOR = Pattern.compile("[,，;；、\\s]+");

    private final String word;
    private final String names;

    DutyColumn(String word, String names) {
        this.word = word;
        this.names = " " + names + " ";
    }

    /** Last part of the word for a fault in it. */
    String word() {
        return word;
    }

    /**
     * Where the columns stand.
     *
     * @throws Refused when one that is needed is missing
     */
    static Map<DutyColumn, Integer> of(List<String> heading) {
        var columns = new EnumMap<DutyColumn, Integer>(DutyColumn.class);
        for (int at = 0; at < heading.size(); at++) {
            var name = heading.get(at).strip().toLowerCase(Locale.ROOT);
            for (DutyColumn column : values()) {
                if (column.names.contains(" " + name + " ")) {
                    columns.putIfAbsent(column, at);
                }
            }
        }
        if (!columns.keySet().containsAll(NEEDED)) {
            throw new Refused(Refused.Kind.INVALID, "duty.refused.heading");
        }
        return columns;
    }

    /** The heading of the template, in Chinese. */
    static String heading() {
        return Stream.of(values())
                .map(column -> column.names.strip().split(" ", -1)[0])
                .collect(Collectors.joining(","));
    }

    /** The list that a word means. */
    static Optional<DutyKind> kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "基本履职事项", "基本履职", "基本", "basic" -> Optional.of(DutyKind.BASIC);
            case "配合履职事项", "配合履职", "配合", "cooperative" -> Optional.of(DutyKind.COOPERATIVE);
            case "上级部门收回事项", "上级收回", "收回", "taken_back" -> Optional.of(DutyKind.TAKEN_BACK);
            default -> Optional.empty();
        };
    }

    /** Codes of categories, separated by commas or spaces. */
    static List<String> categories(String typed) {
        return Stream.of(SEPARATOR.split(typed, -1)).filter(code -> !code.isEmpty()).toList();
    }
}
