package dev.blackstart.answer;

import dev.blackstart.answer.Picture.GroupCard;
import dev.blackstart.answer.Picture.Heading;
import dev.blackstart.answer.Picture.Line;
import dev.blackstart.answer.Picture.Link;
import dev.blackstart.answer.Picture.LockRow;
import dev.blackstart.answer.Picture.PersonCard;
import dev.blackstart.answer.Picture.StoreCard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.elk.graph.ElkNode;

/** Lays out who can open what in three columns, and fills it with what is to be read. */
final class PictureLayout {
    private static final int MARGIN = 28;
    private static final int PERSON = 186;
    private static final int PERSON_HEIGHT = 52;
    private static final int STORE_HEAD = 48;
    private static final int LOCK = 46;
    private static final int GROUP_HEAD = 32;
    private static final int ROW = 21;
    private static final int PADDING = 10;
    private static final int LEGEND = 64;
    private static final int NARROWEST = 980;
    /** Of more secrets that are alike the rest is counted. */
    private static final int SHOWN = 14;

    private final AccessGraph access;
    private final int top;
    private final LayeredGraph graph = new LayeredGraph();
    private final int storeWidth;
    private final int groupWidth;

    PictureLayout(AccessGraph access, int top) {
        this.access = access;
        this.top = top + MARGIN;
        this.storeWidth = clamp(
                access.stores().stream()
                        .flatMap(store -> store.locks().stream())
                        .mapToInt(lock ->
                                Math.max(badge(lock) + 2 * PADDING, Texts.width(people(lock), 13) + 2 * PADDING)),
                210,
                340);
        this.groupWidth = clamp(
                access.groups().stream()
                        .mapToInt(group -> Math.max(
                                Texts.width(group.heading(), 14) + 60,
                                group.secrets().stream()
                                        .mapToInt(name -> Texts.width(name, 14) + 2 * PADDING)
                                        .max()
                                        .orElse(0))),
                280,
                420);
    }

    Picture draw(String title, List<Line> worst) {
        access.people().forEach(person -> graph.addNode(person.id(), 0, PERSON, PERSON_HEIGHT));
        for (AccessGraph.StoreNode store : access.stores()) {
            graph.addNode(
                    "store " + store.name(),
                    1,
                    storeWidth,
                    STORE_HEAD + LOCK * Math.max(1, store.locks().size()));
            IntStream.range(0, store.locks().size())
                    .forEach(i -> graph.addPorts(
                            "store " + store.name(), store.locks().get(i).id(), STORE_HEAD + LOCK * i + LOCK / 2 - 3));
        }
        access.groups().forEach(group -> graph.addNode(group.id(), 2, groupWidth, height(group)));
        access.edges().forEach(edge -> graph.addEdge(edge.from(), edge.to()));
        graph.layOut();
        int bottom = top + (int) graph.height();
        return new Picture(
                title,
                worst,
                Math.max(NARROWEST, (int) graph.width() + 2 * MARGIN),
                bottom + MARGIN + LEGEND,
                headings(),
                access.people().stream().map(this::person).toList(),
                access.stores().stream().map(this::store).toList(),
                access.groups().stream().map(this::group).toList(),
                links(),
                bottom + MARGIN);
    }

    private static int clamp(IntStream widths, int least, int most) {
        return Math.max(least, Math.min(most, widths.max().orElse(least)));
    }

    private static int badge(AccessGraph.Lock lock) {
        return Texts.width(lock.badge(), 13) + 2 * PADDING;
    }

    private static String people(AccessGraph.Lock lock) {
        return AnswerWords.list(lock.people());
    }

    private static int height(AccessGraph.Group group) {
        return GROUP_HEAD + ROW * (shown(group).size() + group.notes().size()) + PADDING;
    }

    private static List<String> shown(AccessGraph.Group group) {
        if (group.secrets().size() <= SHOWN) {
            return group.secrets();
        }
        List<String> shown = new ArrayList<>(group.secrets().subList(0, SHOWN - 1));
        shown.add("and %d more".formatted(group.secrets().size() - SHOWN + 1));
        return shown;
    }

    private int x(ElkNode node) {
        return MARGIN + (int) node.getX();
    }

    private int y(ElkNode node) {
        return top + (int) node.getY();
    }

    private List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        heading(
                headings,
                access.people().stream().map(AccessGraph.PersonNode::id).toList(),
                "People");
        heading(
                headings,
                access.stores().stream().map(store -> "store " + store.name()).toList(),
                "Stores, and who opens them");
        heading(headings, access.groups().stream().map(AccessGraph.Group::id).toList(), "Secrets");
        return headings;
    }

    private void heading(List<Heading> headings, List<String> ids, String text) {
        ids.stream().findFirst().map(graph::node).ifPresent(node -> headings.add(new Heading(x(node), top - 14, text)));
    }

    private PersonCard person(AccessGraph.PersonNode person) {
        ElkNode node = graph.node(person.id());
        return new PersonCard(
                x(node),
                y(node),
                PERSON,
                PERSON_HEIGHT,
                Texts.fit(person.name(), 15, PERSON - 2 * PADDING),
                Texts.fit(person.danger().isEmpty() ? person.detail() : person.danger(), 12, PERSON - 2 * PADDING),
                person.danger());
    }

    private StoreCard store(AccessGraph.StoreNode store) {
        ElkNode node = graph.node("store " + store.name());
        return new StoreCard(
                x(node),
                y(node),
                storeWidth,
                (int) node.getHeight(),
                Texts.fit(store.name(), 15, storeWidth - 2 * PADDING),
                store.detail(),
                IntStream.range(0, store.locks().size())
                        .mapToObj(i -> lock(node, store.locks().get(i), STORE_HEAD + LOCK * i))
                        .toList());
    }

    private LockRow lock(ElkNode node, AccessGraph.Lock lock, int below) {
        int room = storeWidth - 2 * PADDING;
        return new LockRow(
                x(node) + PADDING,
                y(node) + below,
                room,
                Math.min(room, badge(lock)),
                Texts.fit(lock.badge(), 13, room - PADDING),
                Texts.fit(people(lock), 13, room));
    }

    private GroupCard group(AccessGraph.Group group) {
        ElkNode node = graph.node(group.id());
        int first = y(node) + GROUP_HEAD + 16;
        List<String> names = shown(group);
        return new GroupCard(
                x(node),
                y(node),
                groupWidth,
                height(group),
                Picture.tone(group.weight()),
                group.heading(),
                IntStream.range(0, names.size())
                        .mapToObj(i -> new Line(first + ROW * i, Texts.fit(names.get(i), 14, groupWidth - 2 * PADDING)))
                        .toList(),
                IntStream.range(0, group.notes().size())
                        .mapToObj(i -> new Line(
                                first + ROW * (names.size() + i), group.notes().get(i)))
                        .toList());
    }

    private List<Link> links() {
        return access.edges().stream()
                .map(edge -> new Link(
                        graph.curve(edge.from(), edge.to(), MARGIN, top), Picture.tone(edge.weight()), edge.copy()))
                .toList();
    }
}
