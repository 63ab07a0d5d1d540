package wanhu.org;

import java.util.List;
import java.util.Locale;
import wanhu.base.Refused;

/**
 * Where the columns of an import stand; the heading says it in Chinese or English.
 *
 * @param code 代码
 * @param parent 上级代码
 * @param level 级别
 * @param name 名称
 * @param kind 类型, or -1 when the file has no such column
 */
record ImportColumns(int code, int parent, int level, int name, int kind) {
    private static final List<String> CODE = List.of("代码", "区划代码", "单位代码", "编码", "code");
    private static final List<String> PARENT =
            List.of("上级代码", "上级", "父级代码", "parent", "parentcode");
    private static final List<String> LEVEL = List.of("级别", "层级", "level");
    private static final List<String> NAME = List.of("名称", "单位名称", "name");
    private static final List<String> KIND = List.of("类型", "类别", "单位类型", "kind");

    /**
     * Finds the columns by the heading.
     *
     * @throws Refused when one of the four is missing
     */
    static ImportColumns of(List<String> heading) {
        var names = heading.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        var columns =
                new ImportColumns(
                        at(names, CODE),
                        at(names, PARENT),
                        at(names, LEVEL),
                        at(names, NAME),
                        at(names, KIND));
        if (Math.min(Math.min(columns.code, columns.parent), Math.min(columns.level, columns.name))
                < 0) {
            throw new Refused(Refused.Kind.INVALID, "org.import.refused.heading");
        }
        return columns;
    }

    ImportRow row(int number, List<String> cells) {
        return new ImportRow(
                number,
                cell(cells, code),
                cell(cells, parent),
                cell(cells, level),
                cell(cells, name),
                cell(cells, kind));
    }

    private static String cell(List<String> cells, int at) {
        return at >= 0 && at < cells.size() ? cells.get(at).strip() : "";
    }

    private static int at(List<String> names, List<String> wanted) {
        for (int at = 0; at < names.size(); at++) {
            if (wanted.contains(names.get(at))) {
                return at;
            }
        }
        return -1;
    }
}
