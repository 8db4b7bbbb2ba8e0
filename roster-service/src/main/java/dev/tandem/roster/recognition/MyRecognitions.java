package dev.tandem.roster.recognition;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.recognition.Recognition.Behaviour;
import dev.tandem.roster.rep.RepDirectory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a rep was recognised for, read by that rep alone.
@RestController
class MyRecognitions {
    private static final int PARTNERSHIPS_MAX = 1_000;

    private final Recognitions recognitions;
    private final Agreements agreements;
    private final RepDirectory reps;

    MyRecognitions(Recognitions recognitions, Agreements agreements, RepDirectory reps) {
        this.recognitions = recognitions;
        this.agreements = agreements;
        this.reps = reps;
    }

    /// @param without why it does not count; absent where it does
    record Mine(
            String recognition,
            PartnershipId partnership,
            CompanyId from,
            Behaviour behaviour,
            String activity,
            Reason reason,
            @Nullable Reason without) {
        private String position() {
            return partnership + "/" + recognition;
        }
    }

    @GetMapping("/roster/me/recognitions")
    @Allowed(Role.REP)
    Page<Mine> mine(CompanyCaller caller, Paging paging) {
        var after = paging.after().orElse("");
        var rows = reps
                .person(caller.company(), caller.person())
                .map(known -> of(caller.company(), known.rep().rep()))
                .orElse(List.of())
                .stream()
                .filter(row -> row.position().compareTo(after) > 0)
                .limit(paging.fetch())
                .toList();
        return paging.page(rows, Mine::position);
    }

    /// While no agreement is in force, what a partner's people said is gone.
    private List<Mine> of(CompanyId company, RepId rep) {
        var mine = new ArrayList<Mine>();
        for (var partnership : agreements.page(company, "", PARTNERSHIPS_MAX)) {
            var crosses = agreements
                    .of(company, partnership)
                    .flatMap(found -> found.inForce())
                    .isPresent();
            recognitions.of(partnership, rep, "", Recognitions.OF_A_MONTH_MAX).stream()
                    .filter(found -> found.isConfirmed()
                            && (crosses || found.from().company().equals(company)))
                    .forEach(found -> mine.add(mine(partnership, found)));
        }
        mine.sort(java.util.Comparator.comparing(Mine::position));
        return mine;
    }

    private Mine mine(PartnershipId partnership, Recognition found) {
        var without = new Counting(recognitions.ofMonth(partnership, found.month())).without();
        return new Mine(
                found.id(),
                partnership,
                found.from().company(),
                found.behaviour(),
                found.activity(),
                found.said().reason(),
                without.get(found.id()));
    }
}
