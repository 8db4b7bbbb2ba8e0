package dev.tandem.roster.learning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.roster.exchange.OfferedReps;
import dev.tandem.roster.rep.RepDirectory;
import dev.tandem.roster.rep.RepDirectory.Known;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who knows: a rep of one's own by all that the company knows, a partner's only by what its roster offers.
@Component
class Experts {
    private static final List<String> TELLING = List.of("skills", "products", "role");

    private final RepDirectory reps;
    private final OfferedReps offers;

    Experts(RepDirectory reps, OfferedReps offers) {
        this.reps = reps;
        this.offers = offers;
    }

    /// Whether the question is meant for this rep, who is not the asker.
    boolean isAsked(Question question, CompanyId company, RepId rep) {
        return !rep.equals(question.asker())
                && reps.find(company, rep)
                        .filter(known -> known.rep().status() == Status.ACTIVE)
                        .map(known -> knows(shown(question, company, known), question.topics()))
                        .orElse(false);
    }

    private Map<String, String> shown(Question question, CompanyId company, Known known) {
        return company.equals(question.company())
                ? known.fields()
                : offers.of(question.partnership(), company, question.company())
                        .map(effective -> effective.of(known.rep().rep(), known.fields()))
                        .orElse(Map.of());
    }

    private static boolean knows(Map<String, String> fields, List<String> topics) {
        var known = TELLING.stream()
                .flatMap(field -> Stream.ofNullable(fields.get(field)))
                .flatMap(text -> Arrays.stream(text.split("[,;]")))
                .map(Experts::normal)
                .toList();
        return topics.stream().map(Experts::normal).anyMatch(known::contains);
    }

    private static String normal(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
