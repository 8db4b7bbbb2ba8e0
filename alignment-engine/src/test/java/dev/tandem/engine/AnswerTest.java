package dev.tandem.engine;

import static dev.tandem.engine.Given.account;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is asked of two accounts is answered, in words and in data, whether they were compared or not.
class AnswerTest {
    private static final AccountRow ORBIS = account("a", "Orbis Analytics SAS", "orbis.io", "Lyon", "FR");

    @Test
    void saysWhyNotOfTwoThatWereNeverCompared() {
        var answer = ask(ORBIS, account("b", "Zenith Plumbing", "zenith.com", "Boston", "US"));
        assertThat(answer.status()).isEqualTo(Answer.Status.NOT_COMPARED);
        assertThat(answer.sentence())
                .startsWith("They have nothing in common")
                .contains("different countries", "the names share no word");
    }

    @Test
    void saysWhatWouldMakeAMatch() {
        var answer = ask(
                account("a", "Delta Air Lines", "delta.com", "Atlanta", "US"),
                account("b", "Delta Faucet", "", "Indianapolis", "US"));
        assertThat(answer.status()).isIn(Answer.Status.UNLIKE, Answer.Status.NOT_COMPARED);
        assertThat(answer.sentence())
                .contains("What speaks against it: ", "different cities")
                .contains("It would be a match if both had the same registration number");
    }

    @Test
    void saysWhatAMatchRestsOn() {
        var answer = ask(ORBIS, account("b", "Orbis Analytics", "www.orbis.io", "", ""));
        assertThat(answer.status()).isEqualTo(Answer.Status.MATCH);
        assertThat(answer.sentence()).startsWith("They are the same customer. What speaks for it: ");
        assertThat(answer.explanation().evidence())
                .extracting(Explanation.Evidence::field)
                .contains("name", "website");
    }

    @Test
    void saysThatAnotherFitsBetter() {
        var live = new LiveAlignment(Snapshot.empty());
        live.put(Party.A, ORBIS);
        live.put(Party.A, account("a2", "Orbis Analytics", "", "Lyon", "FR"));
        live.put(Party.B, account("b", "Orbis Analytics", "www.orbis.io", "Lyon", "FR"));
        assertThat(live.ask("a2", "b").orElseThrow().status()).isEqualTo(Answer.Status.RIVAL);
        live.confirm("a2", "b");
        assertThat(live.ask("a2", "b").orElseThrow().status()).isEqualTo(Answer.Status.CONFIRMED);
        assertThat(live.ask("a", "b").orElseThrow().status()).isEqualTo(Answer.Status.RIVAL);
        live.reject("a2", "b");
        assertThat(live.ask("a2", "b").orElseThrow().status()).isEqualTo(Answer.Status.REJECTED);
        assertThat(live.ask("a", "b").orElseThrow().status()).isEqualTo(Answer.Status.MATCH);
        assertThat(live.ask("a", "nobody")).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersTheSameInBatchAndStreamAndNeverAgainstTheMatches(long seed) {
        var random = new Random(seed);
        var ofA = Invented.rows("a", random).subList(0, 5);
        var ofB = Invented.rows("b", random).subList(0, 5);
        var batch = new Alignment(Given.book(ofA), Given.book(ofB), Snapshot.impartial());
        var matches = batch.matches();
        var live = new LiveAlignment(Snapshot.impartial());
        live.load(ofA, ofB);
        for (var pair = 0; pair < ofA.size() * ofB.size(); pair++) {
            var i = pair / ofB.size();
            var k = pair % ofB.size();
            var answer = batch.ask(i, k);
            var asked = live.ask(ofA.get(i).id(), ofB.get(k).id()).orElseThrow();
            assertThat(answer.status()).isEqualTo(asked.status());
            assertThat(answer.flips())
                    .extracting(Answer.Flip::words)
                    .isEqualTo(asked.flips().stream().map(Answer.Flip::words).toList());
            assertThat(answer.status() == Answer.Status.MATCH)
                    .isEqualTo(matches.stream()
                            .anyMatch(match ->
                                    match.a() == i && match.b() == k && match.decision() == Match.Decision.MATCH));
        }
    }

    private static Answer ask(AccountRow ofA, AccountRow ofB) {
        var alignment = Given.alignment(ofA, ofB);
        assertThat(alignment.matches()).hasSizeLessThan(2);
        return alignment.ask(0, 0);
    }
}
