package dev.tandem.roster.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.recognition.Recognition.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The joint award of a period: teams of several companies that both managements name together.
///
/// @param confirmed by the other parties
/// @param told what their systems hold now
/// @param settled whether they hold what they should
record Award(
        PartnershipId partnership,
        YearMonth period,
        AwardText text,
        Said proposed,
        List<Said> confirmed,
        @Nullable Said withdrawn,
        boolean told,
        boolean settled) {

    /// @param teams never a single person
    /// @param evidence what it rests on: goals, activities, deals
    record AwardText(String title, List<AwardTeam> teams, List<String> evidence) {
        AwardText {
            teams = List.copyOf(teams);
            evidence = List.copyOf(evidence);
        }
    }

    record AwardTeam(
            @NotBlank @Size(max = 100) String name,
            @Size(min = 2, max = 20) List<@Valid Person> members) {
        AwardTeam {
            members = List.copyOf(members);
        }

        boolean isOfSeveralCompanies() {
            return members.stream().map(Person::company).distinct().count() > 1;
        }
    }

    /// Where an award stands.
    enum Status {
        PROPOSED,
        PUBLISHED,
        WITHDRAWN
    }

    Award {
        confirmed = List.copyOf(confirmed);
    }

    static Award proposed(PartnershipId partnership, YearMonth period, AwardText text, Said said) {
        return new Award(partnership, period, text, said, List.of(), null, false, true);
    }

    boolean names(RepId rep) {
        return text.teams().stream()
                .flatMap(team -> team.members().stream())
                .anyMatch(member -> member.rep().equals(rep));
    }

    boolean isConfirmedBy(CompanyId company) {
        return proposed.by().equals(company)
                || confirmed.stream().anyMatch(said -> said.by().equals(company));
    }

    Status status(List<CompanyId> parties) {
        if (withdrawn != null) {
            return Status.WITHDRAWN;
        }
        return parties.stream().allMatch(this::isConfirmedBy) ? Status.PUBLISHED : Status.PROPOSED;
    }

    List<String> allowedTo(CompanyId company) {
        if (withdrawn != null) {
            return List.of();
        }
        return isConfirmedBy(company) ? List.of("withdrawal") : List.of("confirmation", "withdrawal");
    }

    Award confirmed(Said said) {
        var all = Stream.concat(confirmed.stream(), Stream.of(said)).toList();
        return new Award(partnership, period, text, proposed, all, withdrawn, told, false);
    }

    /// By any party: nobody is celebrated against anybody's will.
    Award withdrawn(Said said) {
        return new Award(partnership, period, text, proposed, confirmed, said, told, false);
    }

    Award touched() {
        return new Award(partnership, period, text, proposed, confirmed, withdrawn, told, false);
    }

    Award told(boolean holds) {
        return new Award(partnership, period, text, proposed, confirmed, withdrawn, holds, true);
    }

    /// Stored, so that what is to be told is found.
    @JsonProperty
    boolean unsettled() {
        return !settled;
    }
}
