package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everything that guards the pages: public paths, sign-in for all others, forms that are ours. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Gate implements WebMvcConfigurer {
    /** What programs call with a key of their own; no cookie of ours opens anything there. */
    private static final String[] MACHINES = {"/open311/**", "/api/v1/**", "/mail/stop/*"};

    private final Doorkeeper doorkeeper;
    private final ActorResolver actors;

    Gate(Doorkeeper doorkeeper, ActorResolver actors) {
        this.doorkeeper = doorkeeper;
        this.actors = actors;
    }

    @Bean
    SecurityFilterChain guardedPages(HttpSecurity http, Sessions sessions) throws Exception {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(paths ->
                        paths.requestMatchers(PublicPaths.matcher())
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf ->
                        csrf.csrfTokenRepository(formTokens()).ignoringRequestMatchers(MACHINES))
                .addFilterBefore(new CrossSiteFilter(), CsrfFilter.class)
                .exceptionHandling(no ->
                        no.authenticationEntryPoint(new SignInEntry())
                                .accessDeniedHandler(Gate::denied))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The error page has to know why, since a stale form may be sent again. */
    private static void denied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, cause);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** The token of forms lives in a cookie, so that a resident's form needs no session. */
    private static CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("form");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(doorkeeper);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
    }
}
