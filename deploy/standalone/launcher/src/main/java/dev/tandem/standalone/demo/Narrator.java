package dev.tandem.standalone.demo;

import java.io.Console;
import java.io.PrintStream;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells the story in lines that fit a terminal; coloured only where a person looks.
final class Narrator {
    private static final int WIDTH = 118;
    private static final String INDENT = "    ";
    private static final int LABEL_CHARS = 10;
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final boolean coloured;
    private int acts;

    Narrator(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    static Narrator of(PrintStream out) {
        var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return new Narrator(out, terminal.isPresent() && System.getenv("NO_COLOR") == null);
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
    }

    /// `1 account`, `2 accounts`.
    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    void act(String title) {
        out.println();
        out.println(paint(BOLD, "%2d  %s".formatted(++acts, title)));
    }

    /// Wrapped, with the label before the first line.
    void say(String label, String text) {
        var lines = wrapped(text, WIDTH - INDENT.length() - LABEL_CHARS);
        for (int i = 0; i < lines.size(); i++) {
            out.println(INDENT + paint(DIM, padded(i == 0 ? label : "", LABEL_CHARS)) + lines.get(i));
        }
    }

    /// Not wrapped, so that it can be copied.
    void copyable(String label, String text) {
        out.println(INDENT + paint(DIM, padded(label, LABEL_CHARS)) + text);
    }

    /// As wide as its cells; the first row is the head.
    void table(Table table) {
        var lines = table.lines();
        out.println(INDENT + paint(DIM, lines.getFirst()));
        lines.stream().skip(1).forEach(line -> out.println(INDENT + line));
    }

    void plain(String line) {
        out.println(INDENT + line);
    }

    void failed(String why) {
        out.println(INDENT + paint(RED, "The story stops here: " + why));
    }

    private static String padded(String text, int chars) {
        return text.length() < chars ? text + " ".repeat(chars - text.length()) : text + " ";
    }

    static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String paint(String colour, String text) {
        return coloured ? colour + text + PLAIN : text;
    }
}
