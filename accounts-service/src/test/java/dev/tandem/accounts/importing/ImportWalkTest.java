package dev.tandem.accounts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tandem.accounts.Running;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@Running
class ImportWalkTest {
    private static final String IMPORTER = Tokens.bearer("importco", Role.ADMIN);

    @Autowired
    private MockMvc http;

    @Test
    void appliesEveryRowOfAnAcceptedFileAndReportsEach() throws Exception {
        var file = "id,name,ownerUser\n" + rows(600) + "nobodys,Last One,u-unknown\n";
        var location = accepted("k-1", file);
        awaitDone(location);
        http.perform(get(location).header("Authorization", IMPORTER))
                .andExpect(jsonPath("$.rowsDone").value(601))
                .andExpect(jsonPath("$.outcomes.APPLIED").value(600))
                .andExpect(jsonPath("$.outcomes.PENDING").value(1));
        http.perform(get(location + "/rows?limit=200").header("Authorization", IMPORTER))
                .andExpect(jsonPath("$.items", hasSize(200)))
                .andExpect(jsonPath("$.items[0].objectId").value("a00000"))
                .andExpect(jsonPath("$.next").isString());
    }

    @Test
    void repeatsTheSameRequestWithoutApplyingItTwice() throws Exception {
        var location = accepted("k-2", "id,name\nr1,Once\n");
        awaitDone(location);
        assertThat(accepted("k-2", "id,name\nr1,Once\n")).isEqualTo(location);
        send("k-2", "id,name\nr1,Twice\n", "").andExpect(status().is(422));
        http.perform(get(location).header("Authorization", IMPORTER))
                .andExpect(jsonPath("$.rowsDone").value(1));
    }

    @Test
    void saysWhatADryRunWouldDoAndDoesNothing() throws Exception {
        awaitDone(accepted("k-3", "id,name\nd1,Known\n"));
        for (int again = 0; again < 2; again++) {
            send("k-4", "id,name\nd1,Known\nd2,New\n", "?dryRun=true")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.report[0].outcome").value("UNCHANGED"))
                    .andExpect(jsonPath("$.report[1].outcome").value("NEW"));
        }
    }

    @Test
    void importsNothingOfARaggedFile() throws Exception {
        send("k-5", "id,name\nx1,Fine\nx2\n", "")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.violations[0].field").value("line 3"))
                .andExpect(jsonPath("$.violations[0].rule").value("RAGGED"));
        send("k-6", "id,name\nx1,Fine\n", "?dryRun=true")
                .andExpect(jsonPath("$.report[0].outcome").value("NEW"));
    }

    @Test
    void tellsWhoMayNotImportNothingOfWhatCouldBeImported() throws Exception {
        http.perform(post("/accounts/imports")
                        .header("Authorization", Tokens.bearer("importco", Role.FINANCE))
                        .contentType("text/plain"))
                .andExpect(status().isForbidden());
        http.perform(post("/accounts/imports")
                        .header("Authorization", IMPORTER)
                        .header("Idempotency-Key", "k-8")
                        .contentType("text/plain")
                        .content("id,name"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void hidesAnImportFromOthersAsIfItWereNone() throws Exception {
        var location = accepted("k-7", "id,name\ns1,Secret\n");
        var other = Tokens.bearer("globex", Role.ADMIN);
        var unknown = http.perform(get("/accounts/imports/none").header("Authorization", other))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        http.perform(get(location).header("Authorization", other))
                .andExpect(status().isNotFound())
                .andExpect(content().string(unknown));
        http.perform(get(location + "/rows").header("Authorization", other))
                .andExpect(content().string(unknown));
    }

    @Test
    void takesLinesOfJsonAndWhatIsPackedByGzip() throws Exception {
        var lines = "{\"id\":\"j1\",\"name\":\"Packed\"}\n".getBytes(StandardCharsets.UTF_8);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines);
        }
        var request = importing("k-9", "application/x-ndjson").header("Content-Encoding", "gzip");
        var location = http.perform(request.content(packed.toByteArray()))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        awaitDone(Objects.requireNonNull(location));
        http.perform(get("/accounts/accounts/j1").header("Authorization", IMPORTER))
                .andExpect(jsonPath("$.fields.name").value("Packed"));
        http.perform(importing("k-10", "text/csv")
                        .header("Content-Encoding", "gzip")
                        .content(lines))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.violations[0].rule").value("NOT_GZIP"));
    }

    @Test
    void unpacksNoMoreOfABombThanAllowed() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 513; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        http.perform(importing("k-11", "text/csv")
                        .header("Content-Encoding", "gzip")
                        .content(packed.toByteArray()))
                .andExpect(status().is(413));
    }

    private static MockHttpServletRequestBuilder importing(String key, String type) {
        return post("/accounts/imports")
                .header("Authorization", IMPORTER)
                .header("Idempotency-Key", key)
                .contentType(type);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj("a%05d,Customer %1$d,\n"::formatted)
                .collect(Collectors.joining());
    }

    private String accepted(String key, String file) throws Exception {
        var response =
                send(key, file, "").andExpect(status().isAccepted()).andReturn().getResponse();
        return Objects.requireNonNull(response.getHeader("Location"));
    }

    private ResultActions send(String key, String file, String query) throws Exception {
        return http.perform(post("/accounts/imports" + query)
                .header("Authorization", IMPORTER)
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .content(file));
    }

    private void awaitDone(String location) {
        Awaitility.await()
                .until(() -> http.perform(get(location).header("Authorization", IMPORTER))
                        .andReturn()
                        .getResponse()
                        .getContentAsString()
                        .contains("\"DONE\""));
    }
}
