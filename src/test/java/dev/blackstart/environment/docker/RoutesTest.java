package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoutesTest {
    private static final String HEAD =
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

    @Test
    void a_network_of_its_own_is_no_default_route() {
        assertThat(Routes.defaults(HEAD + "eth0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"))
                .isEmpty();
    }

    @Test
    void a_default_route_is_told_with_its_interface_and_gateway() {
        assertThat(Routes.defaults(HEAD + "eth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n"))
                .containsExactly(new Routes.DefaultRoute("eth0", "192.168.1.1"));
    }

    @Test
    void ipv6_counts_too_but_not_the_one_of_lo_that_rejects() {
        String nowhere = "0".repeat(32);
        assertThat(Routes.defaults(nowhere + " 00 " + nowhere + " 00 " + nowhere + " ffffffff 1 0 00200200       lo\n"
                        + nowhere + " 00 " + nowhere + " 00 fe80" + "0".repeat(27)
                        + "1 00000400 1 0 00000003     eth1\n"))
                .containsExactly(new Routes.DefaultRoute("eth1", "fe80" + "0".repeat(27) + "1"));
    }
}
