package wanhu.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.token.Program;
import wanhu.token.Reach;
import wanhu.token.TestPrograms;

/** The description says what the product does, all of it and nothing else. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescriptionTest {
    private static final int COUNTY = 154741;
    private static final String REF = "#/components/schemas/";

    @Autowired Staff staff;
    @Autowired TestPrograms programs;
    @Autowired ApiRoutes routes;
    @Autowired Web web;

    private Unit village;
    private Program office;
    private JsonNode document;

    @BeforeAll
    void make() {
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "说明镇");
        village = staff.below(township, UnitKind.VILLAGE, "说明村");
        office = programs.of(Role.TOWNSHIP_CLERK, township);
        document = programs.nobody().get("/openapi.json").body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isGoodOpenApi(String language) {
        var text = programs.nobody().with("Accept-Language", language).get("/openapi.json").text();
        var read = new OpenAPIV3Parser().readContents(text);

        assertThat(read.getMessages()).isNullOrEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(text).doesNotContain("api.op.", "api.field.", "api.ask.");
    }

    @Test
    void namesEveryRouteAndNoOther() {
        var told = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method -> told.add(method + " /api/v1" + path.getKey())));
        var real = new TreeSet<String>();
        routes.all().stream()
                .filter(route -> route.needs().value() != Reach.ANYBODY)
                .forEach(route -> real.add(route.method() + " " + route.path()));

        assertThat(told).isEqualTo(real);
    }

    private Program.Said reported() {
        return office.post(
                "/matters",
                """
                {"kind":"HELP","category":"road.lamp","place":"%s","text":"路灯不亮。","name":"张三","phone":"13800138000"}
                """
                        .formatted(village.code()));
    }

    @Test
    void realAnswersHaveTheFieldsThatItNamesAndNoOther() {
        var made = reported();
        var number = made.at("number");
        var hook =
                office.post(
                        "/hooks",
                        "{\"address\":\"http://127.0.0.1:1/\",\"events\":[\"matter.moved\"]}");
        var path = "/hooks/" + hook.at("hook", "id");
        var faults = new ArrayList<String>();
        faults.addAll(faults("post", "/matters", made));
        faults.addAll(faults("get", "/matters", office.get("/matters?lens=AREA")));
        faults.addAll(faults("get", "/matters/{number}", office.get("/matters/" + number)));
        faults.addAll(
                faults(
                        "get",
                        "/matters/{number}/timeline",
                        office.get("/matters/" + number + "/timeline")));
        var village = programs.of(Role.VILLAGE_CLERK, this.village);
        var steps = village.get("/matters/" + number + "/steps");
        faults.addAll(faults("get", "/matters/{number}/steps", steps));
        var taken =
                village.with("If-Match", "*").post("/matters/" + number + "/steps/TakeOn", "{}");
        faults.addAll(faults("post", "/matters/{number}/steps/{step}", taken));
        faults.addAll(faults("get", "/figures", office.get("/figures")));
        faults.addAll(faults("get", "/units", office.get("/units")));
        faults.addAll(faults("get", "/categories", office.get("/categories")));
        faults.addAll(faults("post", "/hooks", hook));
        faults.addAll(faults("get", "/hooks", office.get("/hooks")));
        faults.addAll(faults("get", "/hooks/{hook}", office.get(path)));
        faults.addAll(faults("get", "/hooks/{hook}/deliveries", office.get(path + "/deliveries")));
        faults.addAll(faults("post", "/hooks/{hook}/secret", office.post(path + "/secret", "{}")));
        var file = office.post("/exports?lens=AREA", "{\"format\":\"CSV\",\"reason\":\"核对\"}");
        faults.addAll(faults("post", "/exports", file));
        faults.addAll(faults("get", "/exports", office.get("/exports")));
        var export = office.get("/exports/" + file.at("id"));
        faults.addAll(faults("get", "/exports/{export}", export));

        assertThat(faults).isEmpty();
    }

    @Test
    void everyNoLooksAsItSays() {
        var faults = new ArrayList<String>();
        var schema = document.at("/components/schemas/Faulty");
        for (var said :
                List.of(
                        office.get("/matters/none"),
                        office.get("/matters?x=1"),
                        office.post("/matters", "{"),
                        programs.nobody().get("/matters"))) {
            check(schema, said.body(), said.text(), faults);
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void theBodyOfAReportIsRefusedExactlyWhenTheDescriptionSaysSo() {
        var schema = document.at("/components/schemas/ReportBody");
        var needed = schema.path("required").valueStream().map(JsonNode::asString).toList();
        var known = new HashSet<>(schema.path("properties").propertyNames());

        assertThat(needed).containsExactlyInAnyOrder("kind", "category", "place", "text");
        assertThat(known).contains("spot", "secret", "publish").doesNotContain("colour");
        assertThat(schema.path("additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void isReadByPeopleInBothLanguages() {
        var page = web.visitor().get("/api");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("/api/v1/matters/{number}/steps/{step}", "替群众登记事项");
    }

    private List<String> faults(String method, String path, Program.Said said) {
        var operation = document.path("paths").path(path).path(method);
        var good = operation.path("responses").path(Integer.toString(said.status()));
        var faults = new ArrayList<String>();
        if (good.isMissingNode()) {
            faults.add(method + " " + path + " answers " + said.status());
        } else {
            var schema = good.path("content").path("application/json").path("schema");
            check(schema, said.body(), method + " " + path, faults);
        }
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asString().substring(REF.length());
            check(document.path("components").path("schemas").path(name), value, at, faults);
        } else if (schema.has("anyOf")) {
            if (!value.isNull()) {
                check(schema.path("anyOf").path(0), value, at, faults);
            }
        } else if (!fits(schema, value)) {
            faults.add(at + " is " + value + " but should be " + schema);
        } else if (value.isObject()) {
            object(schema, value, at, faults);
        } else if (value.isArray()) {
            value.forEach(each -> check(schema.path("items"), each, at + "[]", faults));
        }
    }

    private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
        Set<String> real = new TreeSet<>(value.propertyNames());
        Set<String> told = new TreeSet<>(schema.path("properties").propertyNames());
        if (!real.equals(told)) {
            faults.add(at + " has " + real + " but should have " + told);
            return;
        }
        value.properties()
                .forEach(field ->
                        check(
                                schema.path("properties").path(field.getKey()),
                                field.getValue(),
                                at + "." + field.getKey(),
                                faults));
    }

    private static boolean fits(JsonNode schema, JsonNode value) {
        var types = new HashSet<String>();
        schema.path("type").valueStream().forEach(each -> types.add(each.asString()));
        if (schema.path("type").isString()) {
            types.add(schema.path("type").asString());
        }
        return switch (value.getNodeType()) {
            case NULL -> types.contains("null");
            case BOOLEAN -> types.contains("boolean");
            case NUMBER -> types.contains("integer");
            case OBJECT -> types.contains("object");
            case ARRAY -> types.contains("array");
            case STRING -> types.contains("string") && written(schema, value.asString());
            case BINARY, MISSING, POJO -> false;
        };
    }

    private static boolean written(JsonNode schema, String text) {
        if (schema.has("enum")) {
            return schema.path("enum").valueStream().anyMatch(each -> each.asString().equals(text));
        }
        return switch (schema.path("format").asString("")) {
            case "uuid" -> UUID.fromString(text).toString().equals(text);
            case "date-time" -> Instant.parse(text).isAfter(Instant.EPOCH);
            default -> true;
        };
    }
}
