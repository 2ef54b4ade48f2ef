package dev.blackstart;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The way of the data (docs and design): a stage knows the earlier ones only, and one class composes them. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.blackstart");

    /** Below everything: any stage may know them, and they know no stage. */
    private static final List<String> GROUND = List.of("clock", "finding", "kind", "machine", "secret", "terminal");

    /** Names that stand twice, each with the reason. */
    private static final Map<String, String> STAND_TWICE = Map.of();

    /** What is typed to a password-store, and how its files are called. */
    private static final Pattern STORE_TOOLS =
            Pattern.compile("\\bpass (?:show|insert|edit|ls)\\b|\\bgpg\\b|\\binotify|PASSWORD_STORE");

    /** Stores themselves; what reads the files of real ones, and tells people what to type. */
    private static final Set<String> KNOW_STORE_TOOLS = Set.of("store", "artefact", "proof", "drift");

    /** Each package and the packages of ours that it may know, besides the ground. */
    static Stream<Arguments> packages() {
        return Stream.of(
                may("clock"),
                may("finding"),
                may("kind"),
                may("machine"),
                may("secret"),
                may("terminal"),
                may("store"),
                may("state"),
                may("backup"),
                may("definition", "store", "state", "backup"),
                may("access", "definition", "store"),
                may("artefact", "definition"),
                may("proof", "artefact"),
                may("drift", "definition", "store", "access", "artefact", "proof"),
                may("answer", "definition", "store", "access", "artefact", "proof", "drift"),
                may("observe"),
                may("journal"),
                may("environment", "backup", "definition"),
                may("disaster", "state", "backup", "definition", "environment"),
                may("recovery", "definition", "store", "environment", "journal"),
                may("commission", "definition", "store", "environment", "journal", "recovery"),
                may("verification", "state", "definition", "environment", "journal", "observe"),
                may("history", "journal"),
                may("control", "journal", "history"),
                may("verdict", "journal", "history", "control"),
                may("report", "journal", "history", "control", "verdict"),
                may("run", "environment", "journal", "report"),
                may(
                        "engine",
                        "definition",
                        "access",
                        "environment",
                        "history",
                        "control",
                        "verdict",
                        "report",
                        "run",
                        "drill"),
                may(
                        "session",
                        "definition",
                        "environment",
                        "commission",
                        "journal",
                        "history",
                        "verdict",
                        "report",
                        "run",
                        "drill",
                        "engine"),
                may(
                        "cli",
                        "definition",
                        "access",
                        "artefact",
                        "proof",
                        "drift",
                        "answer",
                        "environment",
                        "journal",
                        "history",
                        "verdict",
                        "report",
                        "run",
                        "drill",
                        "session"));
    }

    @ParameterizedTest(name = "{0} may know {1}")
    @MethodSource("packages")
    void a_stage_knows_the_earlier_ones_only(String one, List<String> known) {
        String[] allowed = Stream.concat(Stream.concat(Stream.of(one), known.stream()), GROUND.stream())
                .map(name -> "dev.blackstart." + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("dev.blackstart." + one + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.blackstart..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void packages_are_free_of_cycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.blackstart.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    @Test
    void only_the_docker_package_knows_the_engine_s_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.blackstart.environment.docker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.dockerjava..")
                .check(OURS);
    }

    @Test
    void only_stores_and_what_reads_them_know_pass_and_gpg() {
        assertThat(Constants.in(OURS))
                .isNotEmpty()
                .noneMatch(constant ->
                        STORE_TOOLS.matcher(constant.text()).find() && !KNOW_STORE_TOOLS.contains(constant.place()));
    }

    @Test
    void durations_come_from_the_ticker() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Ticker")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(OURS);
    }

    /** The words of a system that one package alone knows. */
    static Stream<Arguments> systems() {
        return Stream.of(
                Arguments.of("psql|pg_[a-z]+|postgres", "state"),
                Arguments.of("\\bborg\\b|\\brestic\\b|pgbackrest", "backup"));
    }

    @ParameterizedTest(name = "{0} is known in {1} only")
    @MethodSource("systems")
    void who_knows_a_system_is_one_package(String words, String home) throws Exception {
        Pattern known = Pattern.compile(words);
        for (JavaClass one : OURS) {
            boolean atHome = one.getPackageName().equals("dev.blackstart." + home);
            // A class file holds its string constants as they are; comments are not in it.
            String constants = new String(
                    Files.readAllBytes(Path.of(one.getSource().orElseThrow().getUri())), StandardCharsets.ISO_8859_1);
            assertThat(atHome || !known.matcher(constants).find())
                    .as("%s holds a word of %s", one.getName(), words)
                    .isTrue();
        }
        try (Stream<Path> scripts = Files.walk(Path.of("src/main/resources/dev/blackstart"))) {
            assertThat(scripts.filter(Files::isRegularFile)
                            .filter(file -> !file.getParent().endsWith("dev/blackstart/" + home)))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(known));
        }
    }

    /**
     * Closed families: who asks which member of one something is would not hear of a new one from the compiler. Left out
     * are events, which is what a journal is read by, and the two trees that others calculate with or follow.
     */
    @Test
    void what_is_of_a_family_is_asked_by_its_methods() {
        Set<String> left = Set.of("Event", "AccessFormula", "Step");
        List<JavaClass> families = OURS.stream()
                .filter(one -> one.isInterface() && one.reflect().isSealed())
                .filter(one -> Set.of("backup", "control", "definition", "journal", "state", "store")
                        .contains(one.getPackageName().replace("dev.blackstart.", "")))
                .filter(one -> !left.contains(outermost(one)))
                .toList();
        assertThat(families)
                .extracting(JavaClass::getSimpleName)
                .contains(
                        "BackupDamage",
                        "BackupSource",
                        "Check",
                        "ControlKind",
                        "Damage",
                        "Disaster",
                        "SecretStore",
                        "State");
        for (JavaClass one : OURS) {
            for (JavaCodeUnit code : one.getCodeUnits()) {
                for (InstanceofCheck asked : code.getInstanceofChecks()) {
                    assertThat(families)
                            .as(asked.toString())
                            .noneMatch(family -> asked.getRawType().isAssignableTo(family.getName())
                                    && !family.getPackageName().equals(one.getPackageName()));
                }
            }
        }
    }

    private static String outermost(JavaClass one) {
        return one.getEnclosingClass().map(ArchitectureTest::outermost).orElse(one.getSimpleName());
    }

    @Test
    void nobody_but_main_ends_the_process() {
        classes()
                .that()
                .resideInAPackage("dev.blackstart..")
                .and()
                .doNotHaveSimpleName("Main")
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                        com.tngtech.archunit.lang.conditions.ArchConditions.callMethod(
                                System.class, "exit", int.class)))
                .check(OURS);
    }

    /** The reader of a class need not look at its imports to know which of two is meant. */
    @Test
    void no_name_stands_twice() {
        Map<String, Set<String>> packages = new TreeMap<>();
        OURS.stream()
                .filter(ArchitectureTest::named)
                .forEach(type -> packages.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getPackageName()));
        packages.values().removeIf(of -> of.size() == 1);

        assertThat(packages.keySet()).isSubsetOf(STAND_TWICE.keySet());
    }

    /** A type within another is named after it ({@code Report.Step}), as long as nobody uses another such one too. */
    @Test
    void nobody_uses_a_type_within_another_that_is_called_like_a_third() {
        Set<String> mistakable = new TreeSet<>();
        for (JavaClass user : OURS) {
            Set<JavaClass> used = user.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .collect(Collectors.toCollection(HashSet::new));
            used.add(user);
            Set<String> names = used.stream()
                    .filter(ArchitectureTest::named)
                    .map(JavaClass::getSimpleName)
                    .collect(Collectors.toSet());
            used.stream()
                    .filter(type -> type.getPackageName().startsWith("dev.blackstart") && type.isNestedClass())
                    .filter(type ->
                            names.contains(type.getSimpleName()) && !STAND_TWICE.containsKey(type.getSimpleName()))
                    .forEach(type -> mistakable.add(user.getName() + " uses " + type.getName()));
        }

        assertThat(mistakable).isEmpty();
    }

    private static boolean named(JavaClass type) {
        return type.isTopLevelClass()
                && type.getPackageName().startsWith("dev.blackstart")
                && !type.getPackageName().contains(".jte")
                && !type.getSimpleName().equals("package-info");
    }

    private static Arguments may(String one, String... known) {
        return Arguments.of(one, Arrays.asList(known));
    }
}
