package dev.tandem.accounts.overlap;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/// A sheet as a page to print. Every text passes [#text], since names come from CRMs.
final class SheetPage {
    private SheetPage() {}

    static String of(Sheet sheet) {
        var name =
                sheet.own().fields().getOrDefault("name", sheet.own().account().value());
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="UTF-8"><title>%1$s</title>
            <style>
            body { font: 11pt sans-serif; margin: 2em auto; max-width: 44em }
            h1 { font-size: 16pt } h2 { font-size: 12pt; margin: 1.5em 0 .3em }
            table { border-collapse: collapse; width: 100%% } td { border-top: 1px solid #ccc; padding: .2em .5em }
            td:first-child { width: 12em; color: #555 }
            @media print { body { margin: 0 } }
            </style></head>
            <body>
            <h1>%1$s</h1>
            <p>%2$s</p>
            <h2>Who acts next</h2>
            %3$s
            <h2>Why it is one customer</h2>
            %4$s
            %5$s
            <h2>What partners see of your account</h2>
            %6$s
            </body>
            </html>
            """.formatted(
                text(name),
                text(sheet.partnership() + " · " + book(sheet)),
                list(sheet.book().next().stream()
                        .map(next -> next.company() + ": " + next.reason().sentence())),
                list(sheet.because().stream().map(evidence -> evidence.because().sentence())),
                sides(sheet),
                table(sheet.own().shownFields()));
    }

    private static String book(Sheet sheet) {
        var book = sheet.book();
        return book.tier() == null || book.lead() == null
                ? "not in the shared book"
                : "tier " + book.tier() + ", led by " + book.lead();
    }

    private static String sides(Sheet sheet) {
        var own = side(
                sheet.own().company() + " (you), account " + sheet.own().account(),
                sheet.own().fields());
        return own
                + sheet.partners().stream()
                        .map(partner -> side(partner.company().value(), partner.fields()))
                        .collect(joining());
    }

    private static String side(String title, Map<String, String> fields) {
        return "<h2>" + text(title) + "</h2>\n" + table(fields);
    }

    private static String table(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "<tr><td>" + text(field.getKey()) + "</td><td>" + text(field.getValue()) + "</td></tr>")
                .collect(joining("\n", "<table>\n", "\n</table>\n"));
    }

    private static String list(Stream<String> items) {
        return items.map(item -> "<li>" + text(item) + "</li>").collect(joining("\n", "<ul>\n", "\n</ul>"));
    }

    private static String text(String raw) {
        return HtmlUtils.htmlEscape(raw, "UTF-8");
    }
}
