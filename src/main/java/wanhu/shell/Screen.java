package wanhu.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import wanhu.base.Actor;
import wanhu.base.DemoClock;
import wanhu.base.Fen;
import wanhu.base.Ids;
import wanhu.base.Words;
import wanhu.base.Zones;

/**
 * What a template knows besides its page: the language, who acts, the menu, the time, and how
 * texts, dates and numbers are written. Made anew for each request.
 */
public final class Screen {
    private static final Pattern SAID =
            Pattern.compile("(?:^|&)said=([a-z]+\\.said\\.[a-z0-9.-]{1,60})(?:&|$)");

    private final HttpServletRequest request;
    private final Screens screens;
    private final @Nullable Actor actor;
    private final Locale locale;
    private final Formats formats;

    Screen(HttpServletRequest request, Screens screens, @Nullable Actor actor, Locale locale) {
        this.request = request;
        this.screens = screens;
        this.actor = actor;
        this.locale = locale;
        this.formats = new Formats(locale);
    }

    /** The text of a word key with its arguments; an unknown key is a bug. */
    public String t(String key, Object... arguments) {
        return actor == null
                ? words().text(locale, key, arguments)
                : words().text(actor.county(), locale, key, arguments);
    }

    /** The text of a word key as a county says it, for residents, who act in none. */
    public String local(int county, String key, Object... arguments) {
        return words().text(county, locale, key, arguments);
    }

    /** Whether some room has the word; for texts that only some things have. */
    public boolean has(String key) {
        return words().has(key);
    }

    /** Chinese or English. */
    public Locale locale() {
        return locale;
    }

    /** Value of the {@code lang} attribute: zh-CN or en. */
    public String lang() {
        return chinese() ? "zh-CN" : "en";
    }

    /** Whether the page is in Chinese. */
    public boolean chinese() {
        return locale.equals(Locale.CHINESE);
    }

    /** Whether large print and large targets are wanted. */
    public boolean elder() {
        return Preferences.elder(request);
    }

    /** Who acts; null for a resident. */
    public @Nullable Actor actor() {
        return actor;
    }

    /** Lines of the menu that this post sees, in order; none for a resident. */
    public List<MenuEntry> menu() {
        return actor == null ? List.of() : screens.menu(actor);
    }

    /** Whether the page lies at or below the target of this menu line and of no longer one. */
    public boolean at(MenuEntry entry) {
        return menu().stream()
                .filter(each -> below(each.href()))
                .max(Comparator.comparingInt(each -> each.href().length()))
                .filter(entry::equals)
                .isPresent();
    }

    private boolean below(String href) {
        return path().equals(href) || path().startsWith(href + "/");
    }

    /** Alarms for this post. */
    public List<Banner> banners() {
        return actor == null ? List.of() : screens.banners(actor, today());
    }

    /** How many messages this post has not read. */
    public int unread() {
        return actor == null ? 0 : screens.unread(actor);
    }

    /** Name of the county that answers here; null when the installation holds none or several. */
    public @Nullable String home() {
        return screens.home(request);
    }

    /** Name of the hidden field that proves that a form is ours. */
    public String csrfName() {
        return csrfToken() instanceof CsrfToken token ? token.getParameterName() : "_csrf";
    }

    /** Value of that field; asking for it may open a session. */
    public String csrf() {
        return csrfToken() instanceof CsrfToken token ? token.getToken() : "";
    }

    /** A new id for the hidden field {@code command}: the same form sent twice acts once. */
    public String command() {
        return Ids.next().toString();
    }

    /** The instant of this page. */
    public Instant now() {
        return clock().instant();
    }

    /** Today in China. */
    public LocalDate today() {
        return Zones.day(now());
    }

    /** Whether this is a demonstration; then every page says so. */
    public boolean demo() {
        return screens.demo();
    }

    /** How many days a demonstration is ahead of the real time; 0 otherwise. */
    public long daysAhead() {
        return clock() instanceof DemoClock demo
                ? demo.ahead().plus(Duration.ofHours(12)).toDays()
                : 0;
    }

    /** Path of the page, without the query. */
    public String path() {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }

    /** Path of the page with its query, to come back to it. */
    public String here() {
        var query = request.getQueryString();
        return query == null || !"GET".equals(request.getMethod()) ? path() : path() + "?" + query;
    }

    /**
     * What the last act has done, said once after a redirect: {@code
     * /matters/1?said=matter.said.accepted} shows that word; null when there is nothing to say. The
     * word has no arguments and must do no harm when somebody forges the address.
     */
    public @Nullable String said() {
        var query = request.getQueryString();
        var said = query == null ? null : SAID.matcher(query);
        return said != null && said.find() && words().has(said.group(1)) ? t(said.group(1)) : null;
    }

    /** Address of a file under /assets, with the hash of its content. */
    public String asset(String name) {
        return screens.assets().href(name);
    }

    /** 2026-03-05. */
    public String date(LocalDate day) {
        return formats.date(day);
    }

    /** The day of an instant in China: 2026-03-05. */
    public String date(Instant at) {
        return formats.date(Zones.day(at));
    }

    /** 2026年3月5日. */
    public String dateLong(LocalDate day) {
        return formats.dateLong(day);
    }

    /** The day of an instant in China: 2026年3月5日. */
    public String dateLong(Instant at) {
        return formats.dateLong(Zones.day(at));
    }

    /** 星期四. */
    public String weekday(LocalDate day) {
        return formats.weekday(day);
    }

    /** 2026-03-05 14:30, Beijing time. */
    public String time(Instant at) {
        return formats.time(at);
    }

    /**
     * An end of time: midnight belongs to the day that ends with it, so the 28th ends at
     * "2026-03-28 24:00" (GB/T 7408) and not on the 29th.
     */
    public String due(Instant at) {
        return formats.due(at);
    }

    /** 12,345. */
    public String number(long value) {
        return formats.number(value);
    }

    /** A share from 0 to 1 as 87.5%. */
    public String percent(double share) {
        return formats.percent(share);
    }

    /** 180,000.00 元. */
    public String yuan(Fen money) {
        return t("shell.yuan", money.yuan());
    }

    /** The time that lies between now and an instant, in its largest unit: 2 天, 5 小时, 20 分钟. */
    public String span(Instant at) {
        return Span.of(Duration.between(now(), at).abs()).text(this);
    }

    private Words words() {
        return screens.words();
    }

    private Clock clock() {
        return screens.clock();
    }

    private @Nullable Object csrfToken() {
        return request.getAttribute(CsrfToken.class.getName());
    }
}
