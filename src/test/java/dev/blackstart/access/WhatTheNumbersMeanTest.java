package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhatTheNumbersMeanTest {
    private final Set<String> people = new LinkedHashSet<>(List.of("alice", "bob", "carol"));

    @Test
    void a_block_takes_some_of_its_people() {
        Block two = new Block(2, people);

        assertThat(two.one()).containsExactly("alice", "bob");
        assertThat(two.count()).isEqualTo(3);
        assertThat(two.all()).isFalse();
        assertThat(new Block(3, people).all()).isTrue();
    }

    @Test
    void a_block_takes_no_more_than_there_are_and_no_fewer_than_one() {
        assertThatThrownBy(() -> new Block(4, people)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Block(0, people)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_choice_takes_from_each_block() {
        Choice choice = new Choice(List.of(new Block(2, people), new Block(1, Set.of("dave"))));

        assertThat(choice.size()).isEqualTo(3);
        assertThat(choice.count()).isEqualTo(3);
        assertThat(choice.one()).containsExactly("alice", "bob", "dave");
        assertThat(Choice.NOBODY.count()).isEqualTo(1);
        assertThat(Choice.NOBODY.one()).isEmpty();
    }

    @Test
    void bounds_show_whether_they_are_exact() {
        assertThat(Bounds.exactly(2)).hasToString("2");
        assertThat(Bounds.between(2, 4)).hasToString("2 to 4");
        assertThat(Bounds.exactly(0).exact()).isTrue();
        assertThat(Bounds.between(2, 4).exact()).isFalse();
    }

    @Test
    void bounds_do_not_cross() {
        assertThatThrownBy(() -> Bounds.between(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bounds.between(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void subsets_are_counted_however_many_there_are() {
        assertThat(Binomial.of(30, 16)).isEqualTo(145_422_675);
        assertThat(Binomial.of(5, 0)).isEqualTo(1);
        assertThat(Binomial.of(5, 5)).isEqualTo(1);
        assertThat(Binomial.of(200, 100)).isGreaterThan(BigInteger.TEN.pow(58));
    }
}
