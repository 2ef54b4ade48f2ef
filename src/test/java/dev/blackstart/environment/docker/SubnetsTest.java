package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SubnetsTest {
    @Test
    void the_same_seed_proposes_the_same_subnets_and_no_subnet_twice() {
        Subnets subnets = new Subnets(List.of());
        List<String> all =
                subnets.from("a").filter(prefix -> prefix.startsWith("10.")).toList();
        assertThat(all).hasSize(65536).doesNotHaveDuplicates();
        assertThat(subnets.from("a").limit(3)).isEqualTo(all.subList(0, 3));
        assertThat(subnets.from("b").findFirst()).isNotEqualTo(subnets.from("a").findFirst());
    }

    @Test
    void a_subnet_that_the_machine_has_a_route_to_is_left_out() {
        String first = new Subnets(List.of()).from("a").findFirst().orElseThrow();
        String[] bytes = first.split("\\.");
        String line = "eth0\t00%02X%02X0A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0"
                .formatted(Integer.parseInt(bytes[2]), Integer.parseInt(bytes[1]));
        Subnets subnets = new Subnets(Subnets.parse(List.of("head", line)));
        assertThat(subnets.from("a").limit(70_000)).doesNotContain(first).hasSizeGreaterThan(65_000);
    }

    @Test
    void where_all_of_the_private_range_is_routed_the_benchmarking_range_serves() {
        String line = "tun0\t0000000A\t00000000\t0001\t0\t0\t0\t000000FF\t0\t0\t0";
        Subnets subnets = new Subnets(Subnets.parse(List.of("head", line)));
        assertThat(subnets.from("a")).hasSize(512).allMatch(prefix -> prefix.matches("198\\.1[89]\\.\\d+"));
    }

    @Test
    void a_default_route_covers_nothing() {
        String line = "eth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0";
        assertThat(new Subnets(Subnets.parse(List.of("head", line))).from("a").findFirst())
                .isPresent();
    }
}
