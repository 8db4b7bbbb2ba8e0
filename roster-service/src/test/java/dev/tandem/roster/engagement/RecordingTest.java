package dev.tandem.roster.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.roster.engagement.PartyRecord.Moved;
import dev.tandem.roster.engagement.PartyRecord.Source;
import dev.tandem.roster.engagement.PartyRecord.Told;
import dev.tandem.roster.engagement.Recording.Word;
import dev.tandem.roster.rep.Stamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What a word by event or by file leaves as it is.
@NullMarked
class RecordingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final CompanyId ELM = new CompanyId("elm");
    private static final PartnershipId BOTH = new PartnershipId("p-1");
    private static final JointAccountId JOINT = new JointAccountId("j-1");
    private static final CrmId OBJECT = new CrmId("engagement/e-1");
    private static final Reason WHY = new Reason("OK", "As we said.");

    @Test
    void aFileThatIsAppliedLateLeavesWhatWasSaidSinceItCame() {
        var since = entered(Stage.WON, LATER);

        assertThat(word(Stage.QUALIFIED, NOON, true).leaves(since)).isTrue();
        assertThat(word(Stage.QUALIFIED, LATER, true).leaves(since)).isFalse();
        assertThat(word(Stage.QUALIFIED, NOON, false).leaves(since)).isFalse();
    }

    @Test
    void theSameByAnotherFileIsNoNewsOnceTheObjectIsKnown() {
        var entered = entered(Stage.QUALIFIED, NOON);
        var known = entered.from(source(NOON));

        assertThat(word(Stage.QUALIFIED, LATER, true).leaves(known)).isTrue();
        assertThat(word(Stage.QUALIFIED, LATER, true).leaves(entered)).isFalse();
        assertThat(word(Stage.PROPOSED, LATER, true).leaves(known)).isFalse();
        assertThat(word(Stage.QUALIFIED, LATER, true).leaves(known.about(null))).isFalse();
    }

    @Test
    void whatIsNoNewerThanWhatTheObjectSaidChangesNothing() {
        var known = entered(Stage.QUALIFIED, NOON).from(source(LATER));

        assertThat(word(Stage.WON, NOON, false).leaves(known)).isTrue();
        assertThat(word(Stage.WON, LATER, false).leaves(known)).isTrue();
        assertThat(word(Stage.WON, LATER.plusSeconds(1), false).leaves(known)).isFalse();
    }

    private static PartyRecord entered(Stage stage, Instant at) {
        var told = new Told(new CrmId("O-1"), new Moved(stage, WHY, at));
        return PartyRecord.opened("engagement-1", BOTH, JOINT, ELM, told);
    }

    private static Word word(Stage stage, Instant at, boolean byFile) {
        var said = new CrmEngagement(BOTH, JOINT, null, new CrmId("O-1"), stage, WHY);
        return new Word(ELM, said, source(at), at, byFile);
    }

    private static Source source(Instant at) {
        return new Source(OBJECT, new Stamp(null, at, 0));
    }
}
