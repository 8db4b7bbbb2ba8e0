package dev.tandem.roster.feedback;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.Forgetting;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Forgets what a person was told, and what the person told others.
@Component
class ForgettingLetters implements Forgetting {
    private static final int PARTNERSHIPS_MAX = 1_000;
    private static final int PART = 100;

    private final Letters letters;
    private final Agreements agreements;

    ForgettingLetters(Letters letters, Agreements agreements) {
        this.letters = letters;
        this.agreements = agreements;
    }

    @Override
    public String place() {
        return "peer feedback to and from the person";
    }

    @Override
    public void forget(CompanyId company, RepId rep) {
        List<PeerFeedback> part;
        do {
            part = of(company, rep, PART);
            part.forEach(letter -> letters.empty(letter.partnership(), letter.id()));
        } while (!part.isEmpty());
    }

    @Override
    public boolean holds(CompanyId company, RepId rep) {
        return !of(company, rep, 1).isEmpty();
    }

    private List<PeerFeedback> of(CompanyId company, RepId rep, int limit) {
        return agreements.page(company, "", PARTNERSHIPS_MAX).stream()
                .flatMap(partnership -> Stream.concat(
                        letters.to(partnership, company, rep, limit).stream(),
                        letters.from(partnership, rep, limit).stream()))
                .toList();
    }
}
