package dev.tandem.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of cells; what looks like a number stands to the right of its column, and the head with its column.
final class Table {
    private static final String GAP = "  ";
    /// Also what stands in a number's place.
    private static final String NUMBER = "[-+]?[\\d,.]+|few|hidden";

    private final List<List<String>> rows = new ArrayList<>();

    Table(Object... head) {
        row(head);
    }

    Table row(Object... cells) {
        rows.add(IntStream.range(0, cells.length)
                .mapToObj(i -> cells[i] instanceof Number number
                        ? Narrator.number(number.longValue())
                        : String.valueOf(cells[i]))
                .toList());
        return this;
    }

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> cell(row.get(i), i))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String cell(String text, int column) {
        var room = " ".repeat(width(column) - text.length());
        return isNumbers(column) ? room + text : text + room;
    }

    private int width(int column) {
        return column(column).stream().mapToInt(String::length).max().orElse(0);
    }

    private boolean isNumbers(int column) {
        return rows.size() > 1 && column(column).stream().skip(1).allMatch(cell -> cell.matches(NUMBER));
    }

    private List<String> column(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .toList();
    }
}
