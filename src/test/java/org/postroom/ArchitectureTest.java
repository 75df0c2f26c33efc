package org.postroom;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.NullMarked;
import org.postroom.protocol.MailStore;

/** The directions in which the packages of all modules may look at each other. */
@AnalyzeClasses(packages = "org.postroom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String PROTOCOL = "org.postroom.protocol..";
    private static final String RENDERING = "org.postroom.rendering..";
    private static final String SESSION_CACHE = "org.postroom.sessioncache..";
    private static final String APPLICATION = "org.postroom.app..";
    private static final String TESTING = "org.postroom.testing..";
    private static final String[] ADAPTERS = {
        "org.postroom.protocol.imap..",
        "org.postroom.protocol.pop3..",
        "org.postroom.protocol.smtp.."
    };

    /**
     * What every feature of the application may use: shell and panes, beans, numbers, the database.
     */
    private static final String[] SHARED = {
        "org.postroom.app.layout..",
        "org.postroom.app.panes..",
        "org.postroom.app.session..",
        "org.postroom.app.listing..",
        "org.postroom.app.wiring..",
        "org.postroom.app.telemetry..",
        "org.postroom.app.database.."
    };

    @ArchTest
    static void allModulesAreSeen(JavaClasses all) {
        assertThat(all).anyMatch(resideInAPackage(PROTOCOL));
        assertThat(all).anyMatch(resideInAPackage(RENDERING));
        assertThat(all).anyMatch(resideInAPackage(SESSION_CACHE));
        assertThat(all).anyMatch(resideInAPackage(APPLICATION));
        assertThat(all).anyMatch(resideInAPackage(TESTING));
    }

    // 1

    @ArchTest
    static final ArchRule mailLibrariesStayInTheAdaptersAndInMime =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ADAPTERS)
                    .and()
                    .resideOutsideOfPackages(
                            "org.postroom.protocol.mime..",
                            "org.postroom.rendering.mime..",
                            TESTING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                    .because("a mail library's objects talk to the server when nobody expects it");

    // 2

    @ArchTest
    static final ArchRule theVocabularyNeedsTheJdkOnly =
            classes()
                    .that()
                    .resideInAPackage("org.postroom.protocol")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "org.postroom.protocol")
                    .because("the words of mail outlive every library that carries it");

    @ArchTest
    static final ArchRule protocolKnowsNobodyOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage(PROTOCOL)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(RENDERING, SESSION_CACHE, APPLICATION, TESTING)
                    .because("everything else stands on it");

    @ArchTest
    static final ArchRule renderingKnowsNobodyOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage(RENDERING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(PROTOCOL, SESSION_CACHE, APPLICATION, TESTING)
                    .because("it turns bytes into what may be shown, wherever they come from");

    @ArchTest
    static final ArchRule protocolAndRenderingKnowNoFramework =
            noClasses()
                    .that()
                    .resideInAnyPackage(PROTOCOL, RENDERING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.enterprise..",
                            "jakarta.inject..",
                            "jakarta.persistence..",
                            "jakarta.ws..",
                            "jakarta.transaction..",
                            "org.eclipse.microprofile..",
                            "org.hibernate..",
                            "io.quarkus..",
                            "io.smallrye..",
                            "io.vertx..")
                    .because("they are tested and used without a container");

    @ArchTest
    static final ArchRule imapNeverLooksAtPop3 =
            noClasses()
                    .that()
                    .resideInAPackage("org.postroom.protocol.imap..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.postroom.protocol.pop3..")
                    .allowEmptyShould(true)
                    .because("each protocol changes alone");

    @ArchTest
    static final ArchRule mimeLooksAtNoAdapter =
            noClasses()
                    .that()
                    .resideInAPackage("org.postroom.protocol.mime..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ADAPTERS)
                    .because("octets mean the same wherever they come from");

    @ArchTest
    static final ArchRule pop3NeverLooksAtImap =
            noClasses()
                    .that()
                    .resideInAPackage("org.postroom.protocol.pop3..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.postroom.protocol.imap..")
                    .allowEmptyShould(true)
                    .because("each protocol changes alone");

    // 3

    @ArchTest
    static final ArchRule theSessionCacheNeverLooksAtTheApplication =
            noClasses()
                    .that()
                    .resideInAPackage(SESSION_CACHE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(APPLICATION, TESTING)
                    .because("it serves any front");

    @ArchTest
    static final ArchRule theSessionCacheKnowsNoAdapter =
            noClasses()
                    .that()
                    .resideInAPackage(SESSION_CACHE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ADAPTERS)
                    .because("it is given stores and never makes them");

    // 4

    @ArchTest
    static final ArchRule onlyWiringNamesAConcreteStore =
            noClasses()
                    .that()
                    .resideInAPackage(APPLICATION)
                    .and()
                    .resideOutsideOfPackage("org.postroom.app.wiring..")
                    .should()
                    .dependOnClassesThat(
                            assignableTo(MailStore.class)
                                    .and(DescribedPredicate.not(INTERFACES))
                                    .or(resideInAnyPackage(ADAPTERS)))
                    .because("every mailbox is a MailStore to a page");

    @ArchTest
    static final ArchRule featuresDoNotImportEachOther =
            slices().matching("org.postroom.app.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(alwaysTrue(), resideInAnyPackage(SHARED))
                    .ignoreDependency(resideInAPackage("org.postroom.app.wiring.."), alwaysTrue())
                    .allowEmptyShould(true)
                    .because("a feature is read, changed and removed alone");

    @ArchTest
    static final ArchRule theApplicationKnowsNothingMadeForTests =
            noClasses()
                    .that()
                    .resideInAPackage(APPLICATION)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(TESTING)
                    .because("contracts and test servers never run in production");

    // 5

    @ArchTest
    static final ArchRule entitiesStayInTheSessionCache =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(SESSION_CACHE)
                    .should()
                    .dependOnClassesThat(
                            annotatedWith(Entity.class)
                                    .or(annotatedWith(MappedSuperclass.class))
                                    .or(annotatedWith(Embeddable.class)))
                    .because("a row is how something is kept, not what it is");

    @ArchTest
    static final ArchRule aTemplateIsARecord =
            classes()
                    .that()
                    .resideInAPackage(APPLICATION)
                    .and()
                    .areAssignableTo(TemplateInstance.class)
                    .should()
                    .beRecords()
                    .allowEmptyShould(true)
                    .because("a record says all that its template may see");

    @ArchTest
    static final ArchRule templatesAreDeclaredAsRecordsOnly =
            classes()
                    .that()
                    .areAnnotatedWith(CheckedTemplate.class)
                    .should()
                    .beRecords()
                    .allowEmptyShould(true)
                    .because("there is one way to declare a template: its record");

    // 6

    @ArchTest
    static final ArchRule noCyclesBetweenPackages =
            slices().matching("org.postroom.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("two packages that need each other are one");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes()
                    .should(resideInANullMarkedPackage())
                    .because("NullAway looks only where @NullMarked stands");

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName()));
                }
            }
        };
    }
}
