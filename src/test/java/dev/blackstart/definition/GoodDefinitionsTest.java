package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.Disaster.HostsLost;
import dev.blackstart.definition.Disaster.PeopleLost;
import dev.blackstart.definition.Disaster.StateDamaged;
import dev.blackstart.definition.DrillDefinition.Expectation;
import dev.blackstart.definition.DrillDefinition.Survivors;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoodDefinitionsTest {
    private static final ShownPaths BASE = new ShownPaths(Path.of("src/test/resources/definitions/good"));
    private static final Definitions READ = DefinitionReader.read(List.of(BASE.directory()), BASE);

    private final EnvironmentDefinition shop = READ.environments().get(0);
    private final DrillDefinition corrupted = READ.drills().get(0);
    private final DrillDefinition lost = READ.drills().get(1);

    @Test
    void good_files_have_no_problem() {
        assertThat(READ.problems()).map(Finding::render).isEmpty();
        assertThat(READ.drills()).map(DrillDefinition::name).containsExactly("corrupted-page", "lost-database");
        assertThat(READ.environments()).map(EnvironmentDefinition::name).containsExactly("shop");
    }

    @Test
    void the_keys_of_people_have_one_spelling_each() {
        Person alice = Objects.requireNonNull(shop.inventory().people().get("alice"));

        assertThat(alice.keys()).containsExactly("0123456789ABCDEF0123456789ABCDEF01234567", "alice@example.org");
    }

    @Test
    void a_lost_site_is_the_loss_of_each_of_its_hosts() {
        assertThat(lost.disasters())
                .containsExactly(
                        new HostsLost(Set.of("db"), new Place(lost.file(), 23, 5)),
                        new PeopleLost(Set.of("alice"), new Place(lost.file(), 24, 5)));
    }

    @Test
    void a_corruption_names_its_table() {
        assertThat(corrupted.disasters()).singleElement().isInstanceOfSatisfying(StateDamaged.class, damaged -> {
            assertThat(damaged.place()).isEqualTo(new Place(corrupted.file(), 13, 5));
            assertThat(damaged.held().state().name()).isEqualTo("shop");
            assertThat(damaged.sentence()).isEqualTo("a cold page of table orders on db is damaged");
        });
        assertThat(corrupted.detections()).first().satisfies(detection -> {
            assertThat(detection.alarm()).isEqualTo(new SpokenAlarm("db", "pg_amcheck shop", "invalid page"));
            assertThat(detection.every()).isEmpty();
            assertThat(detection.within()).isEqualTo(Duration.ofMinutes(1));
        });
    }

    @Test
    void a_detector_is_a_command_wherever_somebody_is_told_or_an_invariant_or_a_page() {
        assertThat(corrupted.detections())
                .extracting(detection -> detection.alarm().getClass().getSimpleName())
                .containsExactly("SpokenAlarm", "SpokenAlarm", "InvariantAlarm", "PageAlarm");
        assertThat(corrupted.detections().get(1)).satisfies(mail -> {
            assertThat(mail.alarm()).isEqualTo(new SpokenAlarm("mail", "cat /var/mail/all", "invalid page"));
            assertThat(mail.every()).contains(Duration.ofSeconds(10));
        });
    }

    @Test
    void durations_and_rates_are_read_in_every_unit() {
        assertThat(lost.objectives().recoveryTime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(lost.objectives().recoveryPoint()).isEqualTo(Duration.ofSeconds(90));
        assertThat(corrupted.objectives().recoveryTime()).isEqualTo(Duration.ofMillis(500));
        assertThat(corrupted.objectives().recoveryPoint()).isEqualTo(Duration.ofDays(2));
        assertThat(corrupted.workload().orElseThrow().perSecond()).isEqualTo(0.5);
        assertThat(lost.workload().orElseThrow().perSecond()).isEqualTo(20);
    }

    @Test
    void a_write_is_erased_when_it_is_a_quarter_of_the_workload_old() {
        assertThat(lost.workload().orElseThrow().erase()).isEmpty();
        assertThat(corrupted.workload().orElseThrow().erase()).hasValueSatisfying(erase -> {
            assertThat(erase.method()).isEqualTo("DELETE");
            assertThat(erase.path()).isEqualTo("/orders/${id}");
            assertThat(erase.every()).isEqualTo(20);
            assertThat(erase.after()).isEqualTo(Duration.ofMinutes(22).plusSeconds(30));
        });
    }

    @Test
    void expectation_and_survivors_are_read_in_every_form() {
        assertThat(lost.expectation()).isEqualTo(Expectation.RECOVERED);
        assertThat(corrupted.expectation()).isEqualTo(Expectation.LOCKED_OUT);
        assertThat(lost.recovery().survivors()).isEqualTo(new Survivors.Lose(1, Optional.of("admin")));
        assertThat(corrupted.recovery().survivors()).isEqualTo(new Survivors.Named(Set.of("bob")));
    }

    @Test
    void a_check_without_a_name_is_named_after_what_it_asks() {
        assertThat(lost.verification()).map(Check::name).containsExactly("no order without a price", "GET /health");
    }

    @Test
    void hosts_run_systemd_and_others_do_not() {
        assertThat(service("db").init()).isEqualTo(Service.Init.SYSTEMD);
        assertThat(service("mail").init()).isEqualTo(Service.Init.NONE);
    }

    @Test
    void a_command_that_is_one_text_is_split_but_not_within_quotes() {
        assertThat(service("mail").command()).containsExactly("python3", "-m", "mail server", "--port", "25");
    }

    @Test
    void literals_keep_their_dollar_signs() {
        assertThat(service("mail").environment()).containsEntry("PRICE", "$5");
    }

    @Test
    void steps_are_timed_under_the_heading_above_them() {
        assertThat(steps("restore-database.md"))
                .map(Step::heading)
                .containsExactly(
                        "(start)", "Order a server", "2. Restore the newest backup", "2. Restore the newest backup");
    }

    @Test
    void commissioning_makes_people_and_secrets_first() {
        Step.Verbs verbs = (Step.Verbs) steps(EnvironmentDefinition.COMMISSION).get(0);
        assertThat(verbs.verbs())
                .containsExactly(
                        new Step.Verb.MakePeople(),
                        new Step.Verb.MakeSecrets(List.of()),
                        new Step.Verb.MakeSecrets(List.of("pass")),
                        new Step.Verb.Provision(List.of("offsite", "db")));
    }

    private Service service(String name) {
        return Objects.requireNonNull(shop.services().get(name));
    }

    private List<Step> steps(String runbook) {
        return Objects.requireNonNull(shop.runbooks().get(runbook)).steps();
    }
}
