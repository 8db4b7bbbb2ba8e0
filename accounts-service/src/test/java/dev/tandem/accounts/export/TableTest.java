package dev.tandem.accounts.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.export.TableFile.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"})
    void escapesWhatASpreadsheetWouldCalculate(String text) throws IOException {
        assertThat(csv(List.of(Cell.of(text)))).matches("(?s)\"?'.*");
    }

    @Test
    void leavesNumbersNumeric() throws IOException {
        assertThat(csv(List.of(Cell.of(-3), Cell.of("Nordwind, \"Energie\""), Cell.of(12))))
                .isEqualTo("-3,\"Nordwind, \"\"Energie\"\"\",12\r\n");
        assertThat(sheet(List.of(Cell.of(7), Cell.of("=1+1"), Cell.of("a\u0000b"))))
                .contains("<v>7</v>", "=1+1", "ab")
                .doesNotContain("<f>");
    }

    private static String csv(List<Cell> row) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = new CsvTable(out)) {
            table.add(row);
        }
        return out.toString(UTF_8);
    }

    private static String sheet(List<Cell> row) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxTable(out)) {
            table.add(row);
        }
        var file = Files.write(Files.createTempFile("table", ".xlsx"), out.toByteArray());
        try (var zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
