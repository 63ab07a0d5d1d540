package wanhu.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a holiday notice: the JSON of holiday-cn ({@code {year, papers, days: [{name, date,
 * isOffDay}]}}), or a table of date, name and 放假 or 上班 (off, work) with comma or tab. Pure.
 */
final class NoticeReader {
    /** Longest text that is read, in characters. */
    static final int NOTICE_LENGTH_MAX = 100_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CELLS = Pattern.compile("[,，\\t;；]");
    private static final Pattern HEADER = Pattern.compile("(?i)\"?(date|day|日期).*");
    private static final int COLUMNS = 3;

    private NoticeReader() {}

    static HolidayNotice read(String text) {
        if (text.length() > NOTICE_LENGTH_MAX) {
            return broken(Fault.of(0, "calendar.fault.long", NOTICE_LENGTH_MAX));
        }
        var plain = text.replace("\uFEFF", "").strip();
        if (plain.isEmpty()) {
            return broken(Fault.of(0, "calendar.fault.empty"));
        }
        return plain.startsWith("{") ? readJson(plain) : readTable(plain);
    }

    private static HolidayNotice readJson(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException no) {
            int line = no.getLocation() == null ? 1 : no.getLocation().getLineNr();
            return broken(Fault.of(0, "calendar.fault.json", line));
        }
        var rows = new ArrayList<NoticeRow>();
        for (JsonNode day : root.path("days")) {
            var off = day.path("isOffDay");
            rows.add(
                    new NoticeRow(
                            rows.size() + 1,
                            day.path("date").asString(""),
                            day.path("name").asString(""),
                            off.isBoolean() ? (off.asBoolean() ? "off" : "work") : ""));
        }
        var source = root.path("papers").path(0).asString("");
        return NoticeCheck.checked(rows, root.path("year").asInt(0), source);
    }

    private static HolidayNotice readTable(String text) {
        var rows = new ArrayList<NoticeRow>();
        var lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (!line.isBlank() && !(at == 0 && HEADER.matcher(line.strip()).matches())) {
                rows.add(row(at + 1, line));
            }
        }
        return NoticeCheck.checked(rows, 0, "");
    }

    private static NoticeRow row(int number, String line) {
        var cells = CELLS.split(line, -1);
        return new NoticeRow(number, cell(cells, 0), cell(cells, 1), cell(cells, COLUMNS - 1));
    }

    private static String cell(String[] cells, int at) {
        return at < cells.length ? cells[at].strip().replaceAll("^\"|\"$", "") : "";
    }

    private static HolidayNotice broken(Fault fault) {
        return new HolidayNotice(0, "", List.of(), List.of(fault));
    }
}

/** A row as it stands in the file. */
record NoticeRow(int number, String date, String name, String kind) {}
