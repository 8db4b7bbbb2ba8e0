package dev.tandem.roster.learning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.roster.learning.CitationStore.Citation;
import dev.tandem.roster.learning.ReadableEntries.Reader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// What engagements cite from the playbook: which entry, in which revision, by which party. A citation shows as long as
/// its reader may read the entry, so it is recalled with it.
@Component
public final class Citations {
    private static final int OF_A_RECORD_MAX = 50;
    private static final Reason RECORD_GONE =
            new Reason("RECORD_WITHDRAWN", "The record that cited it was taken back.");

    private final CitationStore citations;
    private final ReadableEntries readable;
    private final Clock clock;

    Citations(CitationStore citations, ReadableEntries readable, Clock clock) {
        this.citations = citations;
        this.readable = readable;
        this.clock = clock;
    }

    /// What a party cites, and why.
    public record Cite(String engagement, String entry, int revision, Reason because) {}

    /// A citation as it is read.
    ///
    /// @param revised whether the entry says something else by now
    public record Cited(String entry, int revision, String title, boolean revised, Reason reason, Instant at) {}

    /// @throws dev.tandem.kit.web.ProblemException 400 for an entry that the caller may not read, or that was taken
    /// back; 409 for a revision that is not the one that stands, and beyond 50
    public void cite(CompanyCaller caller, PartnershipId partnership, Cite cite, Cause cause) {
        var citation = new Citation(
                cite.engagement(),
                caller.company(),
                cite.entry(),
                cite.revision(),
                cite.because(),
                clock.instant(),
                true);
        citations.change(partnership, id(caller, cite), cause, _ -> {
            requireStanding(caller, partnership, cite);
            requireRoom(caller, partnership, cite);
            return Change.to(citation);
        });
    }

    private void requireStanding(CompanyCaller caller, PartnershipId partnership, Cite cite) {
        var entry = readable.find(readable.reader(caller, partnership), partnership, cite.entry())
                .filter(found -> found.withdrawn() == null)
                .orElseThrow(() -> Problem.invalid("entry", "UNKNOWN", "is no entry of the playbook"));
        if (entry.revision() != cite.revision()) {
            throw Problem.conflict(
                    "NOT_THE_REVISION", "Revision %d stands: read it first.".formatted(entry.revision()), List.of());
        }
    }

    private void requireRoom(CompanyCaller caller, PartnershipId partnership, Cite cite) {
        var others = citations
                .standing(partnership, cite.engagement(), caller.company())
                .filter(was -> !was.entry().equals(cite.entry()));
        if (others.count() >= OF_A_RECORD_MAX) {
            throw Problem.conflict("TOO_MANY", "A record cites 50 entries at most.", List.of());
        }
    }

    /// @throws dev.tandem.kit.web.ProblemException 409 for what the caller's company does not cite
    public void withdraw(CompanyCaller caller, PartnershipId partnership, Cite cite, Cause cause) {
        citations.change(partnership, id(caller, cite), cause, current -> {
            var was = current.map(Versioned::state)
                    .filter(Citation::standing)
                    .orElseThrow(() -> Problem.conflict("NOT_CITED", "Your record does not cite it.", List.of()));
            return Change.to(was.withdrawn(cite.because(), clock.instant()));
        });
    }

    /// Whatever a party's record cites, once it took the record back.
    public void recall(PartnershipId partnership, String engagement, CompanyId party) {
        citations
                .standing(partnership, engagement, party)
                .forEach(cited -> citations.change(
                        partnership,
                        id(party, engagement, cited.entry()),
                        Cause.GIVEN,
                        _ -> Change.to(cited.withdrawn(RECORD_GONE, clock.instant()))));
    }

    private static String id(CompanyCaller caller, Cite cite) {
        return id(caller.company(), cite.engagement(), cite.entry());
    }

    private static String id(CompanyId party, String engagement, String entry) {
        return Hash.id("citation", engagement, party.value(), entry);
    }

    /// What a party cites, as far as the reader may read it now.
    public List<Cited> of(CompanyCaller caller, PartnershipId partnership, String engagement, CompanyId party) {
        var reader = readable.reader(caller, partnership);
        return citations
                .standing(partnership, engagement, party)
                .flatMap(citation -> readable
                        .find(reader, partnership, citation.entry())
                        .filter(entry -> entry.withdrawn() == null)
                        .map(entry -> cited(citation, entry))
                        .stream())
                .toList();
    }

    private static Cited cited(Citation citation, Entry entry) {
        return new Cited(
                entry.id(),
                citation.revision(),
                entry.text().title(),
                entry.revision() > citation.revision(),
                citation.because(),
                citation.at());
    }

    /// How many engagements cite it.
    int citing(Reader reader, Entry entry) {
        return (int) citations
                .of(entry.partnership(), entry.id())
                .filter(citation -> reader.crosses() || citation.by().equals(reader.company()))
                .map(Citation::engagement)
                .distinct()
                .count();
    }
}
