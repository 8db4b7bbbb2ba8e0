package dev.tandem.accounts.inquiry;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.matching.Evidence;
import dev.tandem.accounts.matching.Evidence.Agreement;
import dev.tandem.accounts.matching.Question.Finding;
import dev.tandem.accounts.matching.Question.Turn;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why an account is, or is not, the same customer as one of a partner's.
///
/// @param sentence all of it, as somebody would say it
/// @param because what speaks for it and against it, of the fields that the asker sees
/// @param flips what would turn it round, supposing nothing of fields that the asker does not see
/// @param instead the joint account that one of the two is in
/// @param review where the asker can say what they know
@JsonInclude(JsonInclude.Include.NON_NULL)
record Why(
        Candidate partners,
        State state,
        String sentence,
        List<Evidence> because,
        List<Turn> flips,
        @Nullable JointAccountId instead,
        @Nullable String review) {
    private static final int FLIPS_IN_SENTENCE = 3;

    /// How it stands with the two.
    enum State {
        SAME_CUSTOMER("They are the same customer."),
        WAITS_FOR_REVIEW("They may be the same customer; people have to say."),
        CALLED_DIFFERENT("People said that they are not the same customer."),
        OWN_ACCOUNT_MATCHED("Your account is the same customer as another account of this partner."),
        PARTNER_ACCOUNT_MATCHED("The partner's account is the same customer as another one of yours."),
        /// By what is shown to the asker they would be matched, and they are not. Which of the reasons it is, is not
        /// told: it would tell of fields and accounts that are not shown.
        NOT_BY_WHAT_YOU_SEE("By what you see they may be the same customer. They are not matched because of what is"
                + " not shown to you, or not yet."),
        TOO_LITTLE("Too little of what you see says that they are the same customer."),
        NOTHING_IN_COMMON("In what you see they have nothing in common that is rare enough to compare them for.");

        final String words;

        State(String words) {
            this.words = words;
        }

        static State of(Finding finding) {
            return switch (finding) {
                case WOULD_MATCH, MAY_MATCH -> NOT_BY_WHAT_YOU_SEE;
                case TOO_LITTLE -> TOO_LITTLE;
                case NOTHING_IN_COMMON -> NOTHING_IN_COMMON;
            };
        }

        /// Whether what would turn the evidence round turns the answer round.
        boolean restsOnEvidence() {
            return this == SAME_CUSTOMER || this == TOO_LITTLE || this == NOTHING_IN_COMMON;
        }
    }

    /// How it stands, and where that is to be seen.
    record Standing(
            State state,
            @Nullable JointAccountId instead,
            @Nullable String review) {}

    static Why of(Candidate partners, Standing standing, List<Evidence> because, List<Turn> flips) {
        var turns = standing.state().restsOnEvidence() ? flips : List.<Turn>of();
        return new Why(
                partners,
                standing.state(),
                sentence(standing.state(), because, turns),
                because,
                turns,
                standing.instead(),
                standing.review());
    }

    private static String sentence(State state, List<Evidence> because, List<Turn> flips) {
        var speaksFor = because.stream().filter(each -> each.agreement() != Agreement.DIFFERENT);
        var against = because.stream().filter(each -> each.agreement() == Agreement.DIFFERENT);
        var turns = flips.stream().limit(FLIPS_IN_SENTENCE).map(Turn::because).map(Reason::sentence);
        return Stream.of(Stream.of(state.words), said("For it:", speaksFor), said("Against it:", against), turns)
                .flatMap(each -> each)
                .collect(joining(" "));
    }

    private static Stream<String> said(String lead, Stream<Evidence> evidence) {
        var sentences = evidence.map(each -> each.because().sentence()).collect(joining(" "));
        return sentences.isEmpty() ? Stream.empty() : Stream.of(lead + " " + sentences);
    }
}
