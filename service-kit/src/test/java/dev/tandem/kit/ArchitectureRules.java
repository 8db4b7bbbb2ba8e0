package dev.tandem.kit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Tenant;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.bind.annotation.RestController;

/// The shape of every service. In a service's tests: `ArchitectureRules.of("dev.tandem.roster").check();`
public final class ArchitectureRules {
    private static final Set<String> TENANTS =
            Set.of(Tenant.class.getName(), CompanyId.class.getName(), PartnershipId.class.getName());

    private final String service;
    private final JavaClasses classes;

    private ArchitectureRules(String service) {
        this.service = service;
        this.classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(service);
    }

    /// @param service the package of the service
    public static ArchitectureRules of(String service) {
        return new ArchitectureRules(service);
    }

    /// @throws AssertionError naming every class that breaks a rule
    public void check() {
        Stream.of(flat(), withoutCycles(), storesHidden(), controllersHidden(), tenantFirst())
                .forEach(rule -> rule.check(classes));
    }

    private ArchRule flat() {
        return classes()
                .should()
                .resideInAnyPackage(service, service + ".*")
                .because("features are packages directly beneath the service, without sub-packages");
    }

    private ArchRule withoutCycles() {
        return slices().matching(service + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private ArchRule storesHidden() {
        return classes()
                .that(areStores())
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .because("what reads and writes documents is its feature's own");
    }

    private static ArchRule controllersHidden() {
        return classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .allowEmptyShould(true);
    }

    private static ArchRule tenantFirst() {
        return methods()
                .that()
                .areDeclaredInClassesThat(areStores())
                .and()
                .areNotPrivate()
                .should(takeATenantFirst())
                .allowEmptyShould(true)
                .because("no document is read or written without saying whose it is");
    }

    /// Whatever touches documents is a store, so nothing else touches them.
    private static DescribedPredicate<JavaClass> areStores() {
        return describe(
                "touch documents",
                (JavaClass each) -> each.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .anyMatch(target -> target.isAssignableTo(MongoOperations.class)
                                || target.isAssignableTo(Aggregates.class)));
    }

    private static ArchCondition<JavaMethod> takeATenantFirst() {
        return new ArchCondition<>("take a Tenant, CompanyId or PartnershipId first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var first = method.getRawParameterTypes().stream().findFirst();
                var kept = method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || first.filter(type -> TENANTS.contains(type.getName()))
                                .isPresent();
                events.add(new SimpleConditionEvent(method, kept, method.getFullName() + " does not"));
            }
        };
    }
}
