package dev.blackstart.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiskWatchTest {
    private final Queue<OptionalLong> room = new ArrayDeque<>();
    private final List<Long> told = new ArrayList<>();
    private final DiskWatch watch = new DiskWatch(room::remove, told::add);

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void who_runs_out_of_room_is_told_once() {
        look(DiskWatch.LEAST, DiskWatch.LEAST - 1, DiskWatch.LEAST - 2);

        assertThat(told).containsExactly(DiskWatch.LEAST - 1);
    }

    @Test
    void a_disk_that_nobody_knows_is_not_taken_for_a_full_one() {
        room.add(OptionalLong.empty());
        watch.once();

        assertThat(told).isEmpty();
    }

    private void look(long... left) {
        for (long bytes : left) {
            room.add(OptionalLong.of(bytes));
        }
        for (int time = 0; time < left.length; time++) {
            watch.once();
        }
    }
}
