package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignCommandTest {
    @TempDir
    private Path folder;

    private Path pairs;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void files() throws IOException {
        pairs = folder.resolve("pairs.csv");
        file("a.csv", "id,name,website,ignored\nA1,Acme GmbH,acme.de,x\nA2,\"Orbis, SAS\",,y\n");
        file("b.csv", "\uFEFFNAME,Id,domain\nACME,B1,www.acme.de\nNobody,B2,\n");
    }

    @Test
    void writesThePairsBestFirstWithTheReason() throws IOException {
        assertThat(align("a.csv", "b.csv")).isZero();
        assertThat(Files.readAllLines(pairs)).hasSize(2).first().isEqualTo("id_a,id_b,probability,decision,because");
        assertThat(Files.readAllLines(pairs).get(1))
                .startsWith("A1,B1,0.")
                .contains(",match,")
                .contains("the same domain");
    }

    @Test
    void saysWhatItCameToForPeopleAndForScripts() throws IOException {
        align("a.csv", "b.csv");
        assertThat(said(out)).startsWith("2 accounts and 2: 1 matches, 0 for review, in ");
        out.reset();
        assertThat(run("a.csv", "b.csv", "--json")).isZero();
        assertThat(said(out)).startsWith("{\"accountsA\":2,\"accountsB\":2,\"matches\":1,\"reviews\":0,\"seconds\":");
    }

    @Test
    void namesEveryRowThatCannotBeTakenAndWritesNothing() throws IOException {
        file(
                "bad.csv",
                "id,name,city\n1,Acme,Kiel\n1,Other,Kiel\n,Nameless id,Kiel\n2,,Kiel\n3,Short\n4," + "x".repeat(200_000)
                        + ",Kiel\n");
        assertThat(align("bad.csv", "b.csv")).isEqualTo(2);
        assertThat(said(err))
                .contains("row 3 has the id 1 of row 2", "row 4 has no id", "row 5 has no name", "row 6 has 2 fields")
                .contains("row 7 name has 200000 letters");
        assertThat(pairs).doesNotExist();
    }

    @Test
    void namesTheRowThatIsNotInUtf8() throws IOException {
        Files.write(folder.resolve("latin1.csv"), "id,name\n1,M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(align("latin1.csv", "b.csv")).isEqualTo(2);
        assertThat(said(err)).contains("row 2 name is not UTF-8");
    }

    @Test
    void namesTheRowWhoseQuoteSwallowsTheRestOfTheFile() throws IOException {
        file("open.csv", "id,name\n1,Acme\n2,\"Orbis\n3,Lumen\n4,Kestrel\n");
        assertThat(align("open.csv", "b.csv")).isEqualTo(2);
        assertThat(said(err)).contains("row 3 has a quote that is not closed");
        file("closed.csv", "id,name\n1,Acme\n2,\"Orbis\nFoods\"\n");
        assertThat(align("closed.csv", "b.csv")).isZero();
    }

    @Test
    void namesTheRowWhoseDomainIsInLettersThatOnlyLookLikeOthers() throws IOException {
        file("c.csv", "id,name,website\n1,Acme,acme.de\n2,Kestrel Foods,https://k\u0435strelfoods.com\n");
        assertThat(align("c.csv", "b.csv")).isEqualTo(2);
        assertThat(said(err)).contains("row 3 website mixes Latin letters with others");
        file("d.csv", "id,name,website\n1,M\u00fcller,m\u00fcller.de\n2,\u041a\u043e\u0442,\u043a\u043e\u0442.com\n");
        assertThat(align("d.csv", "b.csv")).isZero();
    }

    @Test
    void leavesThePairsOfAnEarlierRunAsTheyAreWhenAFileIsRefused() throws IOException {
        align("a.csv", "b.csv");
        var before = Files.readString(pairs);
        file("bad.csv", "id,name\n1,Acme\n1,Acme\n");
        assertThat(align("bad.csv", "b.csv")).isEqualTo(2);
        assertThat(Files.readString(pairs)).isEqualTo(before);
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void refusesAFileOfAMillionColumns() throws IOException {
        file("wide.csv", "id,name" + ",c".repeat(1_000_000) + "\n1,Acme\n");
        assertThat(align("wide.csv", "b.csv")).isEqualTo(2);
        assertThat(said(err)).contains("wide.csv was not read");
    }

    @Test
    void refusesAHeaderWithoutIdOrName() throws IOException {
        file("headless.csv", "company,site\nAcme,acme.de\n");
        assertThat(align("headless.csv", "b.csv")).isEqualTo(2);
        assertThat(said(err)).contains("the header needs the columns id and name");
        file("empty.csv", "");
        assertThat(align("empty.csv", "b.csv")).isEqualTo(2);
        assertThat(said(err)).contains("the file is empty");
    }

    @Test
    void saysInOneLineWhatIsWrongWithTheCommand() {
        assertThat(new AlignCommand(print(out), print(err), false).run("a.csv")).isEqualTo(2);
        assertThat(run("nowhere.csv", "b.csv")).isEqualTo(2);
        assertThat(run("a.csv", "b.csv", "--fast")).isEqualTo(2);
        assertThat(said(err).lines()).hasSize(3).allMatch(line -> line.startsWith("tandem: "));
    }

    private int align(String a, String b) {
        return run(a, b);
    }

    private int run(String a, String b, String... more) {
        var args = new java.util.ArrayList<String>();
        args.add(folder.resolve(a).toString());
        args.add(folder.resolve(b).toString());
        args.add("--out");
        args.add(pairs.toString());
        args.addAll(java.util.List.of(more));
        return new AlignCommand(print(out), print(err), false).run(args.toArray(String[]::new));
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream by) {
        return by.toString(StandardCharsets.UTF_8);
    }
}
