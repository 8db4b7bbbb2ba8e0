package dev.tandem.accounts.importing;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Running;
import dev.tandem.accounts.account.Book;
import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.store.Cause.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// A file that was accepted is applied, also where whoever applied it gave up.
@Running
class ResumingTest {
    @Autowired
    private Importing importing;

    @Autowired
    private Imports imports;

    @Autowired
    private Book book;

    @TempDir
    private Path folder;

    @Test
    void whatStoppedGoesOnWithoutAStartOrARequest() throws IOException {
        var company = new CompanyId("resuming" + System.nanoTime());
        var file = Files.writeString(folder.resolve("book.csv"), "id,name\na1,Nordwind\n");
        var rows = new BookFile(BookFormat.CSV, file, new ImportSettings(1 << 20, 1 << 20, 10));
        var id = "import-" + company;
        var accepted = new Import(id, company, null, Instant.EPOCH, 1, 1, 0, Map.of());
        imports.accept(company, accepted, rows, new Command(id, id, 202));

        await().atMost(ofSeconds(30)).until(() -> {
            importing.resumeLater();
            return imports.find(company, id).orElseThrow().state().done();
        });

        assertThat(book.count(company)).isEqualTo(1);
    }
}
