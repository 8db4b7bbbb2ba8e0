package dev.tandem.roster.activity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.roster.rep.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A joint activity: one party reports it, the others say whether it was so and who of theirs came.
///
/// @param confirmBy until when somebody has to say so; nobody's word leaves it uncounted
/// @param words the last of each other party
/// @param acknowledged by the reporting party, that those of the others who say so took part; null while it did not
/// @param withdrawn null while the reporting party stands by it
/// @param stamp how new the CRM's record is; null where it was reported by REST
record Activity(
        String id,
        PartnershipId partnership,
        Facts facts,
        Said reported,
        Instant confirmBy,
        List<Word> words,
        @Nullable Said acknowledged,
        @Nullable Said withdrawn,
        @Nullable Stamp stamp,
        Published published) {

    Activity {
        words = List.copyOf(words);
    }

    static Activity reported(String id, PartnershipId partnership, Facts facts, Said said, Instant confirmBy) {
        return new Activity(id, partnership, facts, said, confirmBy, List.of(), null, null, null, Published.NOTHING);
    }

    CompanyId by() {
        return reported.by();
    }

    /// At least one other party says so, and none says no.
    @JsonIgnore
    boolean isConfirmed() {
        return withdrawn == null
                && !words.isEmpty()
                && words.stream().allMatch(word -> word.verdict() == Verdict.CONFIRMED);
    }

    Optional<Word> wordOf(CompanyId company) {
        return words.stream().filter(word -> word.said().by().equals(company)).findFirst();
    }

    Activity with(Word word) {
        var others =
                words.stream().filter(was -> !was.said().by().equals(word.said().by()));
        return as(facts, Stream.concat(others, Stream.of(word)).toList(), null, withdrawn);
    }

    Activity acknowledged(Said said) {
        return as(facts, words, said, withdrawn);
    }

    Activity withdrawn(Said said) {
        return as(facts, words, acknowledged, said);
    }

    /// One who was a user of the CRM only is a rep now.
    Activity knowing(Facts next) {
        return as(next, words, acknowledged, withdrawn);
    }

    private Activity as(Facts next, List<Word> said, @Nullable Said acknowledgement, @Nullable Said withdrawal) {
        return new Activity(
                id,
                partnership,
                next,
                reported,
                confirmBy,
                said,
                acknowledgement,
                withdrawal,
                stamp,
                published.unsettled());
    }

    /// Other facts are to be confirmed anew: what the others said, they said of those before.
    Activity corrected(Activity news) {
        return new Activity(
                id,
                partnership,
                news.facts,
                news.reported,
                news.confirmBy,
                List.of(),
                null,
                withdrawn,
                news.stamp,
                published.unsettled());
    }

    Activity stamped(Stamp newest) {
        return new Activity(
                id, partnership, facts, reported, confirmBy, words, acknowledged, withdrawn, newest, published);
    }

    Activity with(Published next) {
        return new Activity(id, partnership, facts, reported, confirmBy, words, acknowledged, withdrawn, stamp, next);
    }

    /// Somebody of a company who took part.
    record Present(CompanyId company, RepId rep, Act act) {}

    /// Who took part; of the others only whom they named when they confirmed.
    List<Present> present() {
        var all = new ArrayList<Present>();
        facts.attended().forEach(each -> all.add(new Present(by(), each.rep(), each.act())));
        words.stream()
                .filter(word -> word.verdict() == Verdict.CONFIRMED)
                .forEach(word -> word.attended()
                        .forEach(each -> all.add(new Present(word.said().by(), each.rep(), each.act()))));
        return all;
    }

    boolean isAttendedByAll(Collection<CompanyId> parties) {
        return parties.stream()
                .allMatch(party ->
                        present().stream().anyMatch(each -> each.company().equals(party)));
    }

    boolean passes() {
        var judged = published.judgement();
        return isConfirmed() && judged != null && judged.passes();
    }

    /// On which it began, by UTC: one that goes on past midnight counts once, whole, on that day and in its month.
    @JsonProperty
    LocalDate day() {
        return LocalDate.ofInstant(facts.start(), ZoneOffset.UTC);
    }

    @JsonProperty
    YearMonth month() {
        return YearMonth.from(day());
    }

    /// Stored, so that what counts is counted by month without being read.
    @JsonProperty
    Set<Tally> tally() {
        return Tally.of(this);
    }

    /// Stored, so that what somebody did around the same time is found.
    @JsonProperty
    List<RepId> people() {
        return present().stream().map(Present::rep).distinct().toList();
    }

    /// Stored, so that what is to be told is found.
    @JsonProperty
    boolean unsettled() {
        return !published.settled();
    }

    /// Stored, so that those are found whose other people the reporting party has not acknowledged.
    @JsonProperty
    boolean unacknowledged() {
        return isConfirmed()
                && acknowledged == null
                && words.stream().anyMatch(word -> !word.attended().isEmpty());
    }

    /// Stored, so that what lapsed takes no place of what can be confirmed.
    @JsonProperty
    long confirmSecond() {
        return confirmBy.getEpochSecond();
    }

    /// Stored, so that what waits for somebody's word is found.
    @JsonProperty
    boolean awaited() {
        return withdrawn == null && words.isEmpty();
    }
}
