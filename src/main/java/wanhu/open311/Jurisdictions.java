package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import wanhu.org.Units;

/** Which county a program speaks of: {@code jurisdiction_id} is its code of six digits. */
@Component
class Jurisdictions {
    private final Units units;

    Jurisdictions(Units units) {
        this.units = units;
    }

    /**
     * The county of a request; the only one when the installation holds one and none is named.
     *
     * @throws Denied 400 when none is named among several, 404 for one that is not here
     */
    int county(HttpServletRequest request) {
        var named = Arguments.text(request, "jurisdiction_id");
        var counties = units.counties();
        if (named.isEmpty()) {
            if (counties.size() == 1) {
                return counties.getFirst();
            }
            throw Denied.invalid("jurisdiction_id", "open311.fault.jurisdiction-missing");
        }
        return counties.stream()
                .filter(each -> "%06d".formatted(each).equals(named))
                .findFirst()
                .orElseThrow(() ->
                        Denied.missing(
                                "jurisdiction_id",
                                "open311.fault.jurisdiction",
                                Denied.shown(named)));
    }
}
