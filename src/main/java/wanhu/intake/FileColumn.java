package wanhu.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of an import file, with the headings by which it is known. */
enum FileColumn {
    /** Id of the row in the system it comes from. */
    ID("编号", "工单编号", "受理编号", "序列号", "id"),
    /** When it was told. */
    TIME("时间", "反映时间", "受理时间", "来电时间", "留言时间", "time"),
    /** Title. */
    TITLE("标题", "主题", "留言主题", "title"),
    /** What was told. */
    TEXT("内容", "诉求内容", "详细内容", "留言详情", "主要内容", "body", "text"),
    /** Code of the place. */
    PLACE("地点代码", "区划代码", "所属代码", "place"),
    /** The place in words. */
    SPOT("地点", "地址", "详细地址", "spot"),
    /** What is wanted. */
    KIND("诉求类型", "工单类型", "类型", "kind"),
    /** Code of the category. */
    CATEGORY("类别代码", "类别", "category"),
    /** Who asks. */
    NAME("姓名", "诉求人", "联系人", "name"),
    /** Phone. */
    PHONE("电话", "联系电话", "手机", "phone"),
    /** May be published, redacted. */
    PUBLISH("是否公开", "公开", "publish"),
    /** Known, and not taken over: a pseudonym of the author. */
    USER("用户", "留言用户", "user");

    /** Never changed: made by {@code List.of}. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> headings;

    FileColumn(String... headings) {
        this.headings = List.of(headings);
    }

    /** The Chinese heading of the template. */
    String heading() {
        return headings.getFirst();
    }

    /** The column with that heading. */
    static Optional<FileColumn> find(String heading) {
        var plain = heading.strip().toLowerCase(Locale.ROOT);
        for (FileColumn each : values()) {
            if (each.headings.contains(plain)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
