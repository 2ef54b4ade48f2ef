package dev.blackstart.answer;

import java.util.List;
import java.util.Set;

/** People, stores and secrets as they are drawn; what is alike is drawn once. */
record AccessGraph(List<PersonNode> people, List<StoreNode> stores, List<Group> groups, List<Edge> edges) {
    /** The weight of what is open to somebody who should not open it, whatever its bus factor is. */
    static final int URGENT = 1;

    static AccessGraph of(Answer answer) {
        return new AccessGraphMaker(answer).make();
    }

    /**
     * Somebody, or some who open the same.
     *
     * @param detail roles, or who they are
     * @param danger what is lost with this person alone; empty if nothing is
     */
    record PersonNode(String id, String name, String detail, String danger) {}

    /** @param detail its kind, and where it is */
    record StoreNode(String name, String detail, List<Lock> locks) {}

    /**
     * Who opens some of what is in a store.
     *
     * @param badge such as {@code 2 of 3}
     * @param people in words
     */
    record Lock(String id, String badge, Set<String> people) {}

    /**
     * Secrets in the same places, opened by the same people.
     *
     * @param weight the bus factor, at least
     * @param notes what else there is to say, such as that a copy undoes the quorum
     */
    record Group(String id, int weight, String heading, List<String> secrets, List<String> notes) {}

    /**
     * From a person to a lock, or from a lock to a group.
     *
     * @param weight the bus factor of what it leads to
     */
    record Edge(String from, String to, int weight, boolean copy) {}
}
