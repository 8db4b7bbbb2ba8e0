package dev.tandem.roster.learning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.Forgetting;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Forgets who wrote in the playbook, and what a person asked and answered.
@Component
class ForgettingWriters implements Forgetting {
    private static final int PARTNERSHIPS_MAX = 1_000;
    private static final int PART = 100;

    private final Entries entries;
    private final Questions questions;
    private final Agreements agreements;

    ForgettingWriters(Entries entries, Questions questions, Agreements agreements) {
        this.entries = entries;
        this.questions = questions;
        this.agreements = agreements;
    }

    @Override
    public String place() {
        return "what the person wrote in playbooks, questions and answers";
    }

    @Override
    public void forget(CompanyId company, RepId rep) {
        List<Entry> written;
        do {
            written = entries.by(company, rep, PART);
            written.forEach(entry -> entries.change(
                    entry.partnership(),
                    entry.id(),
                    Cause.GIVEN,
                    current -> current.map(was -> Change.to(was.state().withoutAuthor()))
                            .orElseGet(Change::none)));
        } while (!written.isEmpty());
        agreements
                .page(company, "", PARTNERSHIPS_MAX)
                .forEach(partnership -> of(partnership, rep)
                        .forEach(question -> questions.change(
                                partnership,
                                question.id(),
                                Cause.GIVEN,
                                current -> current.map(Versioned::state)
                                        .map(was -> Change.to(was.without(rep)))
                                        .orElseGet(Change::none))));
    }

    private List<Question> of(PartnershipId partnership, RepId rep) {
        var all = new ArrayList<Question>();
        var after = "";
        List<Question> part;
        do {
            part = questions.writtenBy(partnership, rep, after, PART);
            part.stream()
                    .filter(question -> !question.without(rep).equals(question))
                    .forEach(all::add);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
        return all;
    }

    @Override
    public boolean holds(CompanyId company, RepId rep) {
        return !entries.by(company, rep, 1).isEmpty()
                || agreements.page(company, "", PARTNERSHIPS_MAX).stream()
                        .anyMatch(partnership -> !of(partnership, rep).isEmpty());
    }
}
