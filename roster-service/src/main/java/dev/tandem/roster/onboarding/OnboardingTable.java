package dev.tandem.roster.onboarding;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.csv.CsvRows.Row;
import dev.tandem.roster.importing.Table;
import dev.tandem.roster.onboarding.Checklist.Tick;
import dev.tandem.roster.rep.RepDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Results of trainings and certifications by file: which rep met which agreed requirement, and what proves it.
@Component
final class OnboardingTable implements Table {
    private static final String USER = "crmUser";
    private static final String REQUIREMENT = "requirement";
    private static final String PROOF = "proof";

    private final Checklists checklists;
    private final Readiness readiness;
    private final RepDirectory reps;

    OnboardingTable(Checklists checklists, Readiness readiness, RepDirectory reps) {
        this.checklists = checklists;
        this.readiness = readiness;
        this.reps = reps;
    }

    @Override
    public String name() {
        return "ONBOARDING";
    }

    @Override
    public List<String> columns() {
        return required();
    }

    @Override
    public List<String> required() {
        return List.of(USER, REQUIREMENT, PROOF);
    }

    @Override
    public List<String> key() {
        return List.of(USER, REQUIREMENT);
    }

    @Override
    public List<Violation> violations(Filing filing, Row row) {
        var found = new ArrayList<Violation>();
        if (rep(filing, row).isEmpty()) {
            found.add(new Violation(row.at(USER), "NOT_ACTIVE", "is no active rep of your company"));
        }
        if (readiness.agreed(filing.inPartnership()).stream()
                .noneMatch(agreed -> agreed.id().equals(row.cell(REQUIREMENT)))) {
            found.add(new Violation(row.at(REQUIREMENT), "NOT_AGREED", "the terms in force name no such requirement"));
        }
        if (row.cell(PROOF).isEmpty() || row.cell(PROOF).length() > 1_000) {
            found.add(new Violation(row.at(PROOF), "SIZE", "say in 1 to 1,000 characters what proves it"));
        }
        return found;
    }

    private Optional<RepId> rep(Filing filing, Row row) {
        return reps.person(filing.company(), row.cell(USER))
                .map(known -> known.rep())
                .filter(rep -> rep.status() == Status.ACTIVE)
                .map(rep -> rep.rep());
    }

    private static Tick tick(Filing filing, Row row) {
        return new Tick(row.cell(REQUIREMENT), new Reason("PROVEN_BY_FILE", row.cell(PROOF)), filing.receivedAt());
    }

    @Override
    public Done would(Filing filing, Row row) {
        var rep = rep(filing, row).orElseThrow();
        var was = checklists.find(filing.inPartnership(), rep);
        return Done.of(row, rep.value(), !was.says(tick(filing, row)));
    }

    @Override
    public Done take(Filing filing, Row row) {
        var rep = rep(filing, row).orElseThrow();
        var tick = tick(filing, row);
        var now = checklists.tick(filing.inPartnership(), rep, tick);
        return Done.of(row, rep.value(), now.ticks().contains(tick));
    }
}
