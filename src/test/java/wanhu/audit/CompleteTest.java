package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Audit;

/**
 * Every door that changes something under somebody's name reaches the record: a call of {@link
 * Audit}, or a line of a timeline. Read from the byte code, so that a new door cannot be forgotten.
 */
class CompleteTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("wanhu");

    /**
     * The record itself, and the check of a file, of which each row taken over has its own line.
     */
    private static final Set<String> NO_ACTS = Set.of("ActLog", "FileImports");

    @Test
    void everyDoorWithAnActorRecordsWhatItDoes() {
        var silent =
                PRODUCT.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(CompleteTest::writes)
                        .filter(door -> !NO_ACTS.contains(door.getOwner().getSimpleName()))
                        .filter(door -> !records(door))
                        .map(JavaMethod::getFullName)
                        .collect(Collectors.toSet());

        assertThat(silent).isEmpty();
    }

    private static boolean writes(JavaMethod method) {
        return method.isAnnotatedWith(Transactional.class)
                && !method.getAnnotationOfType(Transactional.class).readOnly()
                && method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Actor.class));
    }

    private static boolean records(JavaMethod door) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        var open = new ArrayDeque<JavaCodeUnit>();
        open.add(door);
        while (!open.isEmpty()) {
            var unit = open.poll();
            if (seen.add(unit)) {
                if (unit.getCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner())
                        .anyMatch(CompleteTest::isRecord)) {
                    return true;
                }
                called(unit).forEach(open::add);
            }
        }
        return false;
    }

    private static boolean isRecord(JavaClass type) {
        return type.isEquivalentTo(Audit.class) || type.getName().equals("wanhu.matter.StepStore");
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        return unit.getCallsFromSelf().stream()
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .filter(each -> each.getOwner().getPackageName().startsWith("wanhu"));
    }
}
