package wanhu.hook;

import tools.jackson.databind.json.JsonMapper;

/** What is told: ids, numbers and states, and nothing of anybody. */
final class HookBody {
    private HookBody() {}

    private record Told(String id, String type, String timestamp, String county, Matter matter) {}

    private record Matter(
            String id, String number, int version, String step, String stage, String state) {}

    /** As JSON. */
    static String of(Delivery delivery) {
        var news = delivery.news();
        return JsonMapper.shared()
                .writeValueAsString(
                        new Told(
                                delivery.id().toString(),
                                news.event().text(),
                                news.at().toString(),
                                "%06d".formatted(delivery.county()),
                                new Matter(
                                        news.matter().toString(),
                                        news.number(),
                                        news.version(),
                                        news.step(),
                                        news.stage().name(),
                                        news.stage().category().name())));
    }
}
