package dev.tandem.roster.engagement;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.learning.Citations;
import dev.tandem.roster.learning.Citations.Cite;
import dev.tandem.roster.partnership.Agreements;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What an engagement cites from the joint playbook, over HTTP: each party in its own record.
@RestController
@RequestMapping("/roster/partnerships/{id}/engagements/{engagement}")
class CitationEndpoints {
    private final Engagements engagements;
    private final Looking looking;
    private final Citations citations;
    private final Agreements agreements;

    CitationEndpoints(Engagements engagements, Looking looking, Citations citations, Agreements agreements) {
        this.engagements = engagements;
        this.looking = looking;
        this.citations = citations;
        this.agreements = agreements;
    }

    /// @param revision which text of the entry is meant: the one that stands now
    record NewCitation(
            @NotBlank @Size(max = 128) String entry, @Min(1) int revision, Reason reason) {}

    /// Which citation is taken back, and why.
    record NoCitation(@NotBlank @Size(max = 128) String entry, Reason reason) {}

    @PostMapping("/citations")
    @Allowed({Role.ALLIANCE_MANAGER, Role.REP})
    EngagementView cite(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String engagement,
            IdempotencyKey key,
            Body<NewCitation> body) {
        var opener = own(caller, id, engagement);
        var news = body.read();
        citations.cite(
                caller, id, new Cite(engagement, news.entry(), news.revision(), news.reason()), key.cause(body, 200));
        return looking.view(looking.viewer(caller, id), opener);
    }

    @PostMapping("/citation-withdrawals")
    @Allowed({Role.ALLIANCE_MANAGER, Role.REP})
    EngagementView withdraw(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String engagement,
            IdempotencyKey key,
            Body<NoCitation> body) {
        var opener = own(caller, id, engagement);
        var why = body.read();
        citations.withdraw(caller, id, new Cite(engagement, why.entry(), 1, why.reason()), key.cause(body, 200));
        return looking.view(looking.viewer(caller, id), opener);
    }

    private PartyRecord own(CompanyCaller caller, PartnershipId id, String engagement) {
        var opener = looking.found(looking.viewer(caller, id), id, engagement);
        var _ = agreements.governed(caller.company(), id);
        if (engagements.of(id, engagement).stream()
                .noneMatch(record -> record.stands() && record.party().equals(caller.company()))) {
            throw Problem.conflict(
                    "NOT_TAKING_PART", "Say your own stage first: each cites in its own record.", List.of("stage"));
        }
        return opener;
    }
}
