package wanhu;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms know only whom their package-info names, and never in a circle. */
class ModulesTest {
    @Test
    void noRoomReachesFurtherThanItsPackageInfoSays() {
        ApplicationModules.of(Wanhu.class).verify();
    }
}
