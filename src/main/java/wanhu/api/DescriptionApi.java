package wanhu.api;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import wanhu.token.ApiRoute;
import wanhu.token.Needs;
import wanhu.token.Reach;

/** The description of the API for programs. */
@Controller
class DescriptionApi implements ApiRoute {
    private final Description description;
    private final JsonMapper json;

    DescriptionApi(Description description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    @Needs(Reach.ANYBODY)
    @GetMapping(path = ROOT + "/openapi.json")
    ResponseEntity<String> describeApi(Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        json.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(description.of(locale)));
    }
}
