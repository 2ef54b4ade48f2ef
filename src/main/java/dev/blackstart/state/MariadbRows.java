package dev.blackstart.state;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Words what is asked of the rows of a table, without those of the workload. Of each row a digest is taken that begins with
 * what nobody could know beforehand; the sum of 128 bits of each does not depend on the order, and nothing in it cancels out.
 */
final class MariadbRows {
    /** Rows of a table up to which each column is told apart. */
    static final int APART = 100_000;

    static final String NONE = "NULL";

    private static final BigInteger TO_THE_64TH = BigInteger.TWO.pow(64);

    /** What no sum of digests comes to, however many rows there are. */
    private static final String BROKEN = "1" + "0".repeat(54);

    private final MariadbObject table;
    private final List<MariadbColumn> columns;
    private final String salt;

    /** @param mark what every row of the workload holds in its text */
    MariadbRows(MariadbObject table, List<MariadbColumn> columns, String mark) {
        this.table = table;
        this.columns = columns.stream().filter(MariadbColumn::data).toList();
        this.salt = "x'" + HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8)) + "'";
    }

    /** The names of the columns whose digests {@link #parts} gives. */
    List<String> names() {
        return columns.stream().map(MariadbColumn::name).toList();
    }

    /** Number of rows, digest; all the rows that it ever had are its history. */
    String content(String sort, int number) {
        String history = sort.equals("history") ? " for system_time all" : "";
        return "select '%s', %d, count(*), coalesce(%s, 0) from %s%s where %s;\n"
                .formatted(sort, number, sum(row(columns)), table.path(), history, others());
    }

    /** Whether a digest is none: a row of it was longer than the server lets a text be. */
    static boolean broken(String digest) {
        return digest.length() >= BROKEN.length();
    }

    /** A digest a column, each value with what tells its row apart; {@link #NONE} where there are no rows, or too many. */
    String parts(int number) {
        String sums = columns.stream()
                .map(column -> sum(row(keys()) + row(List.of(column))))
                .collect(Collectors.joining(", "));
        return "select 'parts', %d, %s from %s where %s and %s;\n"
                .formatted(number, sums, table.path(), others(), few(APART));
    }

    /** A line a row: a digest of its key, and of each value; nothing where rows have no key, or where there are too many. */
    String cells(int number, int most) {
        if (keys().isEmpty()) {
            return "";
        }
        String digests = columns.stream()
                .map(column -> digest(row(keys()) + row(List.of(column))))
                .collect(Collectors.joining(", "));
        return "select 'cells', %d, %s, %s from %s where %s and %s;\n"
                .formatted(number, digest(row(keys())), digests, table.path(), others(), few(most / columns.size()));
    }

    private List<MariadbColumn> keys() {
        return columns.stream().filter(MariadbColumn::key).toList();
    }

    private String few(int most) {
        return "(select count(*) from (select 1 from %s limit %d) few) <= %d".formatted(table.path(), most + 1, most);
    }

    private String digest(String values) {
        return "left(sha2(concat(%s%s), 256), 16)".formatted(salt, values);
    }

    /** One expression, which is carried out from left to right, so that each row is digested once. */
    private String sum(String values) {
        return ("sum(coalesce(cast(conv(left(@h := sha2(concat(%s%s), 256), 16), 16, 10) as decimal(20)) * %s"
                        + " + cast(conv(substr(@h, 17, 16), 16, 10) as decimal(20)), %s))")
                .formatted(salt, values, TO_THE_64TH, BROKEN);
    }

    /** Each value after its length, so that no two rows are one text, and NULL is no empty one. */
    private static String row(List<MariadbColumn> columns) {
        return columns.stream()
                .map(column -> ", ifnull(length(%1$s), '-'), ':', ifnull(%1$s, '')".formatted(column.value()))
                .collect(Collectors.joining());
    }

    private String others() {
        String marked = columns.stream()
                .filter(MariadbColumn::text)
                .map(column -> "ifnull(locate(%s, %s), 0)".formatted(salt, column.ascii()))
                .collect(Collectors.joining(" + "));
        return marked.isEmpty() ? "true" : "not (%s)".formatted(marked);
    }
}
