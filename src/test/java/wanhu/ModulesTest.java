package wanhu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms know only whom their package-info names, and never in a circle. */
class ModulesTest {
    @Test
    void noRoomReachesFurtherThanItsPackageInfoSays() {
        ApplicationModules.of(Wanhu.class).verify();
    }

    @Test
    void whatAMatterBecomesIsDecidedWithoutFrameworkDatabaseOrClock() {
        noClasses()
                .that()
                .resideInAPackage("wanhu.life")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(new ClassFileImporter().importPackages("wanhu.life"));
    }
}
