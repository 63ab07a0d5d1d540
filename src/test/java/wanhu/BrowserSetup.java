package wanhu;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Starts one Chromium for each lane and gives each test its own windows. */
final class BrowserSetup implements ParameterResolver, AfterEachCallback {
    private static final Namespace HERE = Namespace.create(BrowserSetup.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Browsers resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Chromium.missing().ifPresent(BrowserSetup::skip);
        var chromium =
                test.getRoot()
                        .getStore(HERE)
                        .computeIfAbsent(Lane.here(), _ -> new Chromium(), Chromium.class);
        var address = SpringExtension.getApplicationContext(test).getBean(Web.class).address();
        var browsers = new Browsers(chromium.browser(), address);
        test.getStore(HERE).put(Browsers.class, browsers);
        return browsers;
    }

    private static void skip(String why) {
        System.err.println("BROWSER TEST SKIPPED: " + why);
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("Expected a browser because of CI=true but: " + why);
        }
        Assumptions.abort(why);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var browsers = test.getStore(HERE).get(Browsers.class, Browsers.class);
        if (browsers != null) {
            browsers.close(test.getExecutionException().isPresent());
        }
    }
}
