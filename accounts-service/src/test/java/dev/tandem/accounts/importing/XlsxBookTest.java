package dev.tandem.accounts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxBookTest {
    private static final ImportSettings SETTINGS = new ImportSettings(1 << 20, 1 << 20, 100);

    @TempDir
    private Path folder;

    @Test
    void keepsLeadingZerosOfTextAndSkipsEmptyRows() throws IOException {
        var file = book(sheet -> {
            header(sheet, "id", "name", "registration_id");
            row(sheet, 1, "00400", "Müller", "");
            row(sheet, 3, "x", "三菱", "HRB 1");
        });
        assertThat(rows(file))
                .extracting(Row::line, row -> row.id().value(), Row::fields)
                .containsExactly(
                        tuple(2L, "00400", Map.of("name", "Müller", "registrationId", "")),
                        tuple(4L, "x", Map.of("name", "三菱", "registrationId", "HRB 1")));
    }

    @Test
    void writesWholeNumbersOutWithoutExponent() throws IOException {
        var file = book(sheet -> {
            header(sheet, "id", "name");
            sheet.value(1, 0, 4_001_000_123L);
            sheet.value(1, 1, "Acme");
            sheet.value(2, 0, 123_456_789_012_345d);
            sheet.value(2, 1, 1_000_000_000_000d);
        });
        assertThat(rows(file))
                .extracting(row -> row.id().value(), row -> row.fields().get("name"))
                .containsExactly(tuple("4001000123", "Acme"), tuple("123456789012345", "1000000000000"));
    }

    @Test
    void refusesNumbersThatAreNotWhatTheirAuthorSaw() throws IOException {
        var file = book(sheet -> {
            header(sheet, "id", "name");
            sheet.value(1, 0, 12_345_678_901_234_567L);
            sheet.value(1, 1, "digits lost");
            sheet.value(2, 0, 1.5);
            sheet.value(2, 1, "not whole");
            sheet.value(3, 0, 4711);
            sheet.style(3, 0).format("0000000").set();
            sheet.value(3, 1, "zeros lost");
            sheet.value(4, 0, LocalDate.of(2026, 1, 2));
            sheet.style(4, 0).format("yyyy-MM-dd").set();
            sheet.value(4, 1, "a date");
        });
        assertThat(violations(file))
                .extracting(Violation::field, Violation::rule)
                .contains(
                        tuple("row 2, id", "DIGITS_LOST"),
                        tuple("row 3, id", "NOT_WHOLE"),
                        tuple("row 4, id", "ZEROS_LOST"),
                        tuple("row 5, id", "DATE_CELL"));
    }

    @Test
    void takesTheResultThatWasSavedWithFormulaAndRefusesErrors() throws IOException {
        assertThat(rows(saved("<c r=\"B2\" t=\"str\"><f>A2</f><v>Acme</v></c>")))
                .extracting(row -> row.fields().get("name"))
                .containsExactly("Acme");
        assertThat(rows(saved("<c r=\"B2\"><f>A2</f><v>1.2E3</v></c>")))
                .extracting(row -> row.fields().get("name"))
                .containsExactly("1200");
        assertThat(violations(saved("<c r=\"B2\" t=\"e\"><f>A2</f><v>#REF!</v></c>")))
                .allSatisfy(found -> assertThat(found.field()).startsWith("row 2"));
        assertThat(violations(saved("<c r=\"B2\"><f>A2</f></c>")))
                .allSatisfy(found -> assertThat(found.field()).startsWith("row 2"));
    }

    /// A workbook whose second row has this as its second cell.
    private Path saved(String cell) throws IOException {
        var written = book(sheet -> {
            header(sheet, "id", "name");
            row(sheet, 1, "1", "B2");
        });
        var file = folder.resolve("saved.xlsx");
        try (var zip = new ZipFile(written.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : Collections.list(zip.entries())) {
                var text = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(part.getName()));
                out.write(text.replaceFirst("<c r=\"B2\".*?</c>", cell).getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void namesTheRowOfWhatIsWrong() throws IOException {
        var file = book(sheet -> {
            header(sheet, "id", "name");
            row(sheet, 1, "1", "Acme");
            row(sheet, 2, "1", "Acme");
            row(sheet, 3, "3", "Globex", "", "more");
            row(sheet, 4, "4", "x".repeat(30_000));
        });
        assertThat(violations(file))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(
                        tuple("row 3, id", "TWICE"), tuple("row 4", "RAGGED"), tuple("row 5, name", "TOO_LONG"));
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        assertThat(violations(Files.writeString(folder.resolve("text"), "id,name\n1,A\n")))
                .extracting(Violation::rule)
                .containsExactly("NOT_XLSX");
        var zip = folder.resolve("zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("hello.txt"));
            out.write(new byte[] {1});
        }
        assertThat(violations(zip)).extracting(Violation::rule).containsExactly("NOT_XLSX");
    }

    @Test
    void unpacksNoMoreOfABombThanAllowed() throws IOException {
        var bomb = folder.resolve("bomb");
        try (var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 64; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 17);
        assertThat(violations(bomb)).extracting(Violation::rule).containsExactly("TOO_LARGE");
    }

    private Path book(Consumer<Worksheet> fill) throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "tests", "1.0")) {
            fill.accept(workbook.newWorksheet("Book"));
        }
        return file;
    }

    private static void header(Worksheet sheet, String... names) {
        row(sheet, 0, names);
    }

    private static void row(Worksheet sheet, int row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            sheet.value(row, i, texts[i]);
        }
    }

    private static List<Row> rows(Path file) {
        var book = new BookFile(BookFormat.XLSX, file, SETTINGS);
        var rows = new ArrayList<Row>();
        assertThat(book.check()).isPositive();
        book.forEach(2, rows::addAll);
        return rows;
    }

    private static List<Violation> violations(Path file) {
        var thrown = catchThrowable(new BookFile(BookFormat.XLSX, file, SETTINGS)::check);
        assertThat(thrown).isInstanceOf(ProblemException.class);
        return ((Problem.Invalid) ((ProblemException) thrown).problem()).violations();
    }
}
