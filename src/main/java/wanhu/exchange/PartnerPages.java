package wanhu.exchange;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;
import wanhu.token.Bearers;

/** Other systems and what our codes are called there: codes alone, no matter is read here. */
@Controller
@For(Role.ADMIN)
class PartnerPages implements MenuSource {
    private static final String PATH = "/exchange/partners";
    private static final int MENU_ORDER = 945;

    private final Partners partners;
    private final Gaps gaps;

    PartnerPages(Partners partners, Gaps gaps) {
        this.partners = partners;
        this.gaps = gaps;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "exchange.partners", PATH, MENU_ORDER, actor -> actor.is(Role.ADMIN)));
    }

    /** What stands in the form of one; the token is never shown again. */
    record PartnerForm(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String address,
            Partner.@Nullable Language language,
            @Nullable String token,
            @Nullable Boolean active,
            @Nullable UUID caller,
            @Nullable String mapping) {
        static PartnerForm of(Partner partner) {
            return new PartnerForm(
                    partner.id(),
                    partner.name(),
                    partner.address(),
                    partner.language(),
                    null,
                    partner.active(),
                    partner.caller(),
                    partner.mapping().text());
        }

        static PartnerForm fresh() {
            return new PartnerForm(null, null, null, null, null, true, null, null);
        }

        Partners.Wish read() {
            return new Partners.Wish(
                    id,
                    text(name),
                    text(address),
                    Objects.requireNonNullElse(language, Partner.Language.WANHU),
                    text(token),
                    Boolean.TRUE.equals(active),
                    caller,
                    text(mapping).replace("\r\n", "\n"));
        }

        private static String text(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }

        /** Unique on the page. */
        String key() {
            return id == null ? "new" : id.toString();
        }

        @Override
        public String toString() {
            return "PartnerForm[" + key() + "]";
        }
    }

    /**
     * All of them, and an empty form.
     *
     * @param gaps codes that wait for a name, by partner
     * @param tokens of ours with which somebody may hand over to us
     * @param typed what was typed and refused; null when nothing was
     */
    record PartnersPage(
            List<PartnerForm> forms,
            List<Gaps.Gap> gaps,
            List<Bearers.Named> tokens,
            @Nullable PartnerForm typed,
            @Nullable Refused refused) {
        List<Gaps.Gap> of(PartnerForm form) {
            return gaps.stream().filter(each -> each.partner().equals(form.id())).toList();
        }

        /** One that was chosen before may have ended since: it stays chosen. */
        List<Bearers.Named> tokens(PartnerForm form) {
            var chosen = form.caller();
            if (chosen == null || tokens.stream().anyMatch(each -> each.id().equals(chosen))) {
                return tokens;
            }
            return Stream.concat(
                            Stream.of(
                                    new Bearers.Named(
                                            chosen, "…" + chosen.toString().substring(24))),
                            tokens.stream())
                    .toList();
        }

        boolean open(PartnerForm form) {
            return form.equals(typed) || !of(form).isEmpty();
        }

        @Nullable String fault(Screen screen) {
            return refused == null ? null : screen.t(refused.word(), refused.arguments().toArray());
        }
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return Html.page("exchange/partners", page(actor, null, null));
    }

    private PartnersPage page(Actor actor, @Nullable PartnerForm typed, @Nullable Refused no) {
        var forms =
                new java.util.ArrayList<>(
                        partners.list(actor.county()).stream().map(PartnerForm::of).toList());
        forms.add(PartnerForm.fresh());
        if (typed != null) {
            forms.replaceAll(each -> Objects.equals(each.id(), typed.id()) ? typed : each);
        }
        return new PartnersPage(
                List.copyOf(forms),
                gaps.list(actor.county()),
                partners.callers(actor.county()),
                typed,
                no);
    }

    @PostMapping(PATH)
    @For(value = Role.ADMIN, proof = true)
    ModelAndView save(Actor actor, @ModelAttribute PartnerForm form) {
        try {
            partners.save(actor, form.read());
            return Html.redirect("/exchange/partners?said=exchange.said.saved");
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("exchange/partners", page(actor, form, no), status);
        }
    }
}
