package wanhu.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The State Council's notice on the holidays of one year, as data: only days that differ from their
 * weekday.
 */
record HolidayNotice(int year, String source, List<SpecialDay> days) {
    private static final JsonMapper JSON = new JsonMapper();

    HolidayNotice {
        days = List.copyOf(days);
    }

    /** Reads the form of holiday-cn: {@code {year, papers, days: [{name, date, isOffDay}]}}. */
    static HolidayNotice ofJson(byte[] file) {
        var root = JSON.readTree(file);
        var days = new ArrayList<SpecialDay>();
        for (JsonNode day : root.path("days")) {
            days.add(
                    new SpecialDay(
                            LocalDate.parse(day.path("date").asString()),
                            !day.path("isOffDay").asBoolean(),
                            day.path("name").asString()));
        }
        return new HolidayNotice(
                root.path("year").asInt(), root.path("papers").path(0).asString(), days);
    }
}
