package dev.blackstart.answer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** A graph whose nodes stand in given columns; the library finds an order in which few edges cross. */
final class LayeredGraph {
    private static final double BETWEEN_COLUMNS = 110;
    private static final double APART = 10_000;
    private static final double BETWEEN_NODES = 18;

    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new HashMap<>();
    private final Map<String, ElkPort> entries = new HashMap<>();
    private final Map<String, ElkPort> exits = new HashMap<>();
    private final Map<String, ElkEdge> edges = new HashMap<>();

    LayeredGraph() {
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        // Columns by place: partitions come out of hash tables, and with them another picture each time.
        root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_COLUMNS);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    }

    void addNode(String id, int column, int width, int height) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(width, height);
        node.setLocation(column * APART, 0);
        nodes.put(id, node);
    }

    /** Gives a node an entry on its left and an exit on its right, so far below its top. */
    void addPorts(String node, String id, int below) {
        node(node).setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        entries.put(id, port(node(node), PortSide.WEST, 0, below));
        exits.put(id, port(node(node), PortSide.EAST, node(node).getWidth(), below));
    }

    private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        port.setLocation(x, y);
        return port;
    }

    void addEdge(String from, String to) {
        edges.put(from + "\n" + to, ElkGraphUtil.createSimpleEdge(end(exits, from), end(entries, to)));
    }

    private ElkConnectableShape end(Map<String, ElkPort> ports, String id) {
        ElkPort port = ports.get(id);
        return port == null ? node(id) : port;
    }

    void layOut() {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    }

    ElkNode node(String id) {
        return Objects.requireNonNull(nodes.get(id));
    }

    double width() {
        return root.getWidth();
    }

    double height() {
        return root.getHeight();
    }

    /** Draws an edge as a curve that leaves and arrives level; between columns nothing is in its way. */
    String curve(String from, String to, int right, int down) {
        ElkEdge edge = Objects.requireNonNull(edges.get(from + "\n" + to));
        ElkEdgeSection section = edge.getSections().get(0);
        double middle = right + (section.getStartX() + section.getEndX()) / 2;
        return String.format(
                Locale.ROOT,
                "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f",
                right + section.getStartX(),
                down + section.getStartY(),
                middle,
                down + section.getStartY(),
                middle,
                down + section.getEndY(),
                right + section.getEndX(),
                down + section.getEndY());
    }
}
