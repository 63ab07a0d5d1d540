package wanhu.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** A real provider (Spring Authorization Server) on a port of its own, and a browser at it. */
public final class TestProvider implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String SECRET = "a-secret-that-only-the-test-knows";

    private final AnnotationConfigServletWebServerApplicationContext context;
    private final Elsewhere elsewhere;
    private final Path home;

    /** Starts it; whoever comes back comes to the address. */
    public TestProvider(Elsewhere elsewhere, String address) {
        this.elsewhere = elsewhere;
        home = home();
        context = new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean(Address.class, () -> new Address(address));
        context.registerBean(Home.class, () -> new Home(home));
        context.register(Setup.class);
        context.refresh();
    }

    record Address(String text) {}

    /** Everything of it on the disk. */
    record Home(Path folder) {}

    private static Path home() {
        try {
            return Files.createTempDirectory("provider");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Its address. */
    public String issuer() {
        var server = context.getWebServer();
        if (server == null) {
            throw new IllegalStateException("Expected a started server");
        }
        return "http://localhost:" + server.getPort();
    }

    /** Has the product use it; "amr" that count as a second factor as said. */
    public void use(String claim, List<String> amr) throws IOException {
        use(issuer(), claim, amr, secret(SECRET + "\n"));
    }

    /** A file with a secret, gone when this is closed. */
    public Path secret(String content) throws IOException {
        return Files.writeString(Files.createTempFile(home, "oidc", ".secret"), content);
    }

    /** Has the product use another issuer, or the same with another secret. */
    public void use(String issuer, String claim, List<String> amr, Path secret) {
        var settings =
                new ProviderSettings(
                        issuer, "wanhu", secret, claim, List.of("profile"), "", List.of(), amr);
        settings.check();
        elsewhere.use(settings);
    }

    @Override
    public void close() {
        elsewhere.use(new ProviderSettings("", "", null, "", List.of(), "", List.of(), List.of()));
        context.close();
        FileSystemUtils.deleteRecursively(home.toFile());
    }

    /**
     * Follows a browser from the product to the sign-in here; gives the address to come back to.
     */
    public String signIn(String where, String login) throws IOException, InterruptedException {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var asked = send(browser, HttpRequest.newBuilder(URI.create(where)).GET());
        asked = send(browser, HttpRequest.newBuilder(location(asked)).GET());
        var token = TOKEN.matcher(asked.body());
        if (!token.find()) {
            throw new IllegalStateException("Expected the form of the provider");
        }
        var form =
                "username=%s&password=password&_csrf=%s"
                        .formatted(
                                login, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        var entered =
                send(
                        browser,
                        HttpRequest.newBuilder(URI.create(issuer() + "/login"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)));
        var done = send(browser, HttpRequest.newBuilder(location(entered)).GET());
        return location(done).toString();
    }

    private URI location(HttpResponse<String> answer) {
        var location =
                answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "Expected a way on but got " + answer.statusCode()));
        return URI.create(issuer()).resolve(location);
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(
                request.header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The provider: one client, who must use PKCE, and whoever has the password. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    static class Setup {
        @Bean
        TomcatServletWebServerFactory server(Home home) {
            var factory = new TomcatServletWebServerFactory(0);
            factory.setBaseDirectory(home.folder().toFile());
            factory.setDocumentRoot(home.folder().toFile());
            return factory;
        }

        @Bean
        ServletRegistrationBean<DispatcherServlet> pages(
                AnnotationConfigServletWebServerApplicationContext context) {
            return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
        }

        @Bean
        SecurityFilterChain guard(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        RegisteredClientRepository clients(Address address) {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(UUID.randomUUID().toString())
                            .clientId("wanhu")
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(address.text() + "/sign-in/elsewhere/return")
                            .scope("openid")
                            .scope("profile")
                            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                            .build());
        }

        @Bean
        UserDetailsService people() {
            return name ->
                    User.withUsername(name).password("{noop}password").roles("STAFF").build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            RSAKey key = new RSAKeyGenerator(2048).keyID("1").generate();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder reader(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token ->
                    token.getClaims()
                            .claim("preferred_username", login(token))
                            .claim("amr", List.of("pwd", "otp"));
        }

        private static String login(JwtEncodingContext token) {
            return Objects.requireNonNull(token.<Authentication>getPrincipal()).getName();
        }
    }
}
