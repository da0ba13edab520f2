package vn.hoingo.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Aggregates;
import vn.hoingo.messaging.Refusal;

/** How code is made here, each rule a sentence. */
@AnalyzeClasses(packages = "vn.hoingo", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    private static final String[] SERVICES = {
        "vn.hoingo.events..",
        "vn.hoingo.delegations..",
        "vn.hoingo.invitations..",
        "vn.hoingo.logistics..",
        "vn.hoingo.operations.."
    };

    private static final DescribedPredicate<JavaClass> REACTIONS =
            simpleNameStartingWith("When").as("reactions");

    @ArchTest
    static final ArchRule noServiceKnowsTheCodeOfAnother = slices().matching(
                    "vn.hoingo.(events|delegations|invitations|logistics|operations|identity|portal|gateway)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule packagesOfAServiceFormNoCircle =
            slices().matching("vn.hoingo.(*.*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noNameSaysAPattern = noClasses()
            .should()
            .haveNameMatching(".*((?<!OutOf)Service|Manager|Helper|Utils?|Impl|Dto|DTO|Entity|Mapper|Data|Info)$");

    @ArchTest
    static final ArchRule noPackageIsALayer = noClasses()
            .should()
            .resideInAnyPackage(
                    "..config..",
                    "..util..",
                    "..common..",
                    "..dto..",
                    "..mapper..",
                    "..impl..",
                    "..service..",
                    "..model..",
                    "..infrastructure..");

    @ArchTest
    static final ArchRule anAggregateKnowsNoStoreNoClockAndNoTransport = noClasses()
            .that()
            .areAssignableTo(Aggregate.class)
            .and()
            .doNotHaveFullyQualifiedName(Aggregate.class.getName())
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.web..")
                    .or(resideInAPackage("org.springframework.kafka.."))
                    .or(resideInAPackage("org.springframework.http.."))
                    .or(assignableTo(MongoOperations.class))
                    .or(assignableTo(Aggregates.class))
                    .or(assignableTo(java.time.Clock.class)));

    @ArchTest
    static final ArchRule factsArePlain = classes()
            .that()
            .resideInAnyPackage(SERVICES)
            .and()
            .haveSimpleNameEndingWith("Fact")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("org.jspecify.."))
                    .or(resideInAPackage("com.fasterxml.jackson.annotation.."))
                    .or(assignableTo(vn.hoingo.messaging.Contract.class))
                    .or(DescribedPredicate.describe("their own records and values", type -> type.getPackageName()
                            .startsWith("vn.hoingo."))));

    @ArchTest
    static final ArchRule controllersAskTheDeskAndNotTheStore = noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .and()
            .resideInAnyPackage(SERVICES)
            .should()
            .dependOnClassesThat(assignableTo(MongoOperations.class).or(assignableTo(Aggregates.class)));

    @ArchTest
    static final ArchRule reactionsKnowNothingOfHttpOrOffsets = noClasses()
            .that(REACTIONS)
            .and()
            .resideInAnyPackage(SERVICES)
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.web..")
                    .or(resideInAPackage("org.apache.kafka.."))
                    .or(assignableTo(MongoOperations.class)));

    @ArchTest
    static final ArchRule nobodyUpdatesAPartOfADocumentOfAnAggregate = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a partial update by MongoOperations",
                    call -> call.getTarget().getOwner().isAssignableTo(MongoOperations.class)
                            && call.getTarget().getName().matches("update(First|Multi)|findAndModify|upsert")));

    @ArchTest
    static final ArchRule timeComesInFromOutside = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "now() without a clock",
                    call -> call.getTarget().getName().equals("now")
                            && call.getTarget().getOwner().getPackageName().equals("java.time")
                            && call.getTarget().getRawParameterTypes().isEmpty()));

    @ArchTest
    static final ArchRule refusalsSayWhy =
            classes().that().areAssignableTo(Refusal.class).should().haveSimpleNameEndingWith("Refusal");

    @ArchTest
    static final ArchRule everyPackageHasItsSentenceAndIsNullMarked = classes()
            .that()
            .resideInAnyPackage("vn.hoingo..")
            .should(new ArchCondition<>("live in a package with package-info and @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage()
                            .tryGetAnnotationOfType("org.jspecify.annotations.NullMarked")
                            .isPresent();
                    if (!marked) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                    }
                }
            });

    @ArchTest
    static final ArchRule controllersAreHidden =
            classes().that().areAnnotatedWith(RestController.class).should().notHaveModifier(JavaModifier.PUBLIC);
}
