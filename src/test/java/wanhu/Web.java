package wanhu;

import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Reaches the running product of a {@link WanhuTest} over HTTP. */
@Lazy
@Component
public final class Web {
    private final String address;

    Web(Environment environment) {
        address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** Where the product runs, without a slash at the end. */
    public String address() {
        return address;
    }

    /** A new visitor without cookies. */
    public Visitor visitor() {
        return new Visitor(address);
    }

    /** Somebody who follows her matter: with the code, and the last digits of her phone. */
    public Visitor resident(String code, String tail) {
        var visitor = visitor();
        visitor.get("/m/" + code);
        visitor.post("/m/" + code, "tail", tail);
        return visitor;
    }
}
