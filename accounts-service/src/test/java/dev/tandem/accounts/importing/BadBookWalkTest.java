package dev.tandem.accounts.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.accounts.Running;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Whatever is wrong with a file, its sender learns where, and nothing of it is imported: each of these has an account
/// `fine` besides.
@Running
class BadBookWalkTest {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = BookFormat.SPREADSHEET;
    private static final String HEAD = "id,name\nfine,Fine\n";

    @Autowired
    private MockMvc http;

    /// @param bytes the body, a character for each byte
    /// @param at how the first violation's field begins
    record Bad(String what, String type, boolean packed, String bytes, String at, String rule) {
        static Bad of(String what, String type, byte[] body, String at, String rule) {
            return new Bad(what, type, false, new String(body, ISO_8859_1), at, rule);
        }

        static Bad csv(String what, String rest, String at, String rule) {
            return of(what, CSV, (HEAD + rest).getBytes(UTF_8), at, rule);
        }

        static Bad line(String what, String rest, String at, String rule) {
            var lines = "{\"id\":\"fine\",\"name\":\"Fine\"}\n" + rest;
            return of(what, NDJSON, lines.getBytes(UTF_8), at, rule);
        }

        Bad asPacked() {
            return new Bad(what, type, true, bytes, at, rule);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static List<Bad> books() throws IOException {
        var packed = gzip((HEAD + "a,A\n".repeat(1_000)).getBytes(UTF_8));
        return List.of(
                Bad.of("Latin-1", CSV, (HEAD + "2,M\u00FCller\n").getBytes(ISO_8859_1), "line 3", "NOT_UTF_8"),
                Bad.csv("what was lost", "2,M\uFFFDller\n", "line 3, name", "BROKEN_TEXT"),
                Bad.csv("a million columns", ",".repeat(1_000_000) + "\n", "line 3", "NOT_CSV"),
                Bad.of(
                        "a header of a million columns",
                        CSV,
                        ("id,name" + ",x".repeat(1_000_000) + "\nfine,Fine\n").getBytes(UTF_8),
                        "line 1",
                        "NOT_CSV"),
                Bad.csv("an id twice", "2,Two\nfine,Again\n", "line 4, id", "TWICE"),
                Bad.csv("a name of 200 kB", "2," + "x".repeat(200_000) + "\n", "line 3, name", "TOO_LONG"),
                Bad.csv("an open quote", "2,\"Two\n3,Three\n", "line 3, name", "CONTROL_CHARACTER"),
                Bad.of(
                        "a domain that only looks Latin",
                        CSV,
                        "id,name,website\nfine,Fine,\n2,Two,\u0430cme.com\n".getBytes(UTF_8),
                        "line 3, website",
                        "MIXED_SCRIPTS"),
                Bad.of(
                        "neither private nor not",
                        CSV,
                        "id,name,private\nfine,Fine,\n2,Two,perhaps\n".getBytes(UTF_8),
                        "line 3, private",
                        "NOT_YES_OR_NO"),
                Bad.line("an id twice in NDJSON", "{\"id\":\"fine\",\"name\":\"Again\"}\n", "line 2, id", "TWICE"),
                Bad.line(
                        "half a character in NDJSON",
                        "{\"id\":\"2\",\"name\":\"Half \\uD83D\"}\n",
                        "line 2, name",
                        "NOT_TEXT"),
                Bad.line(
                        "an id of half a character",
                        "{\"id\":\"\\uD83D\",\"name\":\"Two\"}\n",
                        "line 2, id",
                        "MALFORMED"),
                Bad.line(
                        "a name of 200 kB in NDJSON",
                        "{\"id\":\"2\",\"name\":\"" + "x".repeat(200_000) + "\"}\n",
                        "line 2, name",
                        "TOO_LONG"),
                Bad.line(
                        "a million columns in NDJSON",
                        "{\"id\":\"2\"" + ",\"x\":\"\"".repeat(1_000_000) + "}\n",
                        "line 2",
                        "TOO_LONG"),
                Bad.line(
                        "a domain that only looks Latin in NDJSON",
                        "{\"id\":\"2\",\"name\":\"Two\",\"website\":\"\u0430cme.com\"}\n",
                        "line 2, website",
                        "MIXED_SCRIPTS"),
                Bad.of(
                        "Latin-1 in NDJSON",
                        NDJSON,
                        "{\"id\":\"2\",\"name\":\"M\u00FCller\"}\n".getBytes(ISO_8859_1),
                        "line 1",
                        "NOT_UTF_8"),
                sheet("an id twice in a workbook", "fine", "Again", "row 3, id", "TWICE"),
                sheet("a name too long in a workbook", "2", "x".repeat(30_000), "row 3, name", "TOO_LONG"),
                sheet("what was lost in a workbook", "2", "M\uFFFDller", "row 3, name", "BROKEN_TEXT"),
                Bad.of("a million columns in a workbook", XLSX, wide(), "row 3", "RAGGED"),
                Bad.line("no JSON", "{\"id\":\"2\"", "line 2", "NOT_JSON"),
                Bad.of("CSV that says it is a workbook", XLSX, HEAD.getBytes(UTF_8), "file", "NOT_XLSX"),
                Bad.of("a zip bomb", XLSX, bomb(), "file", "TOO_LARGE"),
                Bad.of("a date in a workbook", XLSX, workbook(), "row 3, id", "DATE_CELL"),
                Bad.of("no gzip", CSV, HEAD.getBytes(UTF_8), "file", "NOT_GZIP").asPacked(),
                Bad.of("half a gzip", CSV, Arrays.copyOf(packed, packed.length / 2), "line ", "CUT_OFF")
                        .asPacked());
    }

    @ParameterizedTest
    @MethodSource("books")
    void isRefusedByItsPlaceAndNothingOfItImported(Bad bad) throws Exception {
        var company = "bad" + Integer.toHexString(bad.what().hashCode());
        var bearer = Tokens.bearer(company, Role.ADMIN);
        var request = post("/accounts/imports")
                .header("Authorization", bearer)
                .header("Idempotency-Key", "k")
                .contentType(bad.type())
                .content(bad.bytes().getBytes(ISO_8859_1));
        if (bad.packed()) {
            request.header("Content-Encoding", "gzip");
        }
        var answer = http.perform(request)
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(JsonPath.<String>read(answer, "$.violations[0].field")).startsWith(bad.at());
        assertThat(JsonPath.<List<String>>read(answer, "$.violations[*].rule")).contains(bad.rule());
        assertThat(answer.length()).as("told in few words").isLessThan(50_000);
        http.perform(get("/accounts/accounts/fine").header("Authorization", bearer))
                .andExpect(status().isNotFound());
        http.perform(get("/accounts/receipts").header("Authorization", bearer))
                .andExpect(result -> assertThat(
                                JsonPath.<List<?>>read(result.getResponse().getContentAsString(), "$.items"))
                        .isEmpty());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var mebibyte = new byte[1 << 20];
            for (int i = 0; i < 129; i++) {
                zip.write(mebibyte);
            }
        }
        return packed.toByteArray();
    }

    private static Bad sheet(String what, String id, String name, String at, String rule) throws IOException {
        var written = new ByteArrayOutputStream();
        try (var workbook = new Workbook(written, "tests", "1.0")) {
            var sheet = head(workbook);
            sheet.value(2, 0, id);
            sheet.value(2, 1, name);
        }
        return Bad.of(what, XLSX, written.toByteArray(), at, rule);
    }

    /// As many as a workbook can have.
    private static byte[] wide() throws IOException {
        var written = new ByteArrayOutputStream();
        try (var workbook = new Workbook(written, "tests", "1.0")) {
            var sheet = head(workbook);
            for (int i = 0; i < 16_384; i++) {
                sheet.value(2, i, "x");
            }
        }
        return written.toByteArray();
    }

    private static Worksheet head(Workbook workbook) {
        var sheet = workbook.newWorksheet("Book");
        sheet.value(0, 0, "id");
        sheet.value(0, 1, "name");
        sheet.value(1, 0, "fine");
        sheet.value(1, 1, "Fine");
        return sheet;
    }

    private static byte[] workbook() throws IOException {
        var written = new ByteArrayOutputStream();
        try (var workbook = new Workbook(written, "tests", "1.0")) {
            var sheet = head(workbook);
            sheet.value(2, 0, LocalDate.of(2026, 1, 2));
            sheet.style(2, 0).format("yyyy-MM-dd").set();
            sheet.value(2, 1, "Two");
        }
        return written.toByteArray();
    }
}
