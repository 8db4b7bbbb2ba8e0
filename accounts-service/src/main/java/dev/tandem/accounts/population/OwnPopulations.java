package dev.tandem.accounts.population;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.alignment.PopulationsTouched;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// The populations that companies defined for themselves, as the other features ask for them.
@Component
public class OwnPopulations {
    /// How long another instance may judge readers' pages by the rules from before a change.
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Definitions definitions;
    private final Clock clock;
    private final Map<CompanyId, Kept> kept = new ConcurrentHashMap<>();

    OwnPopulations(Definitions definitions, Clock clock) {
        this.definitions = definitions;
        this.clock = clock;
    }

    private record Kept(Populations populations, Instant readAt) {}

    /// As they are now; for what is written down. What is read after that here is not from before.
    public Populations now(CompanyId company) {
        var at = clock.instant();
        var read = new Populations(definitions.of(company));
        kept.merge(company, new Kept(read, at), OwnPopulations::later);
        return read;
    }

    private static Kept later(Kept one, Kept other) {
        return one.populations().revision() > other.populations().revision() ? one : other;
    }

    /// As they are now, or were a second ago; for what is read.
    public Populations recent(CompanyId company) {
        var now = clock.instant();
        var known = kept.get(company);
        if (known != null && known.readAt().plus(FRESH).isAfter(now)) {
            return known.populations();
        }
        return now(company);
    }

    /// What a rule would make of accounts, before it is saved.
    ///
    /// @throws dev.tandem.kit.web.ProblemException naming the position
    public static Populations trial(CompanyId company, PopulationName name, String rule) {
        readable(rule);
        return new Populations(Defined.none(company).with(new CustomPopulation(name, "", rule, 1)));
    }

    /// The rule itself is not repeated in the answer.
    static void readable(String rule) {
        try {
            RuleParser.parse(rule);
        } catch (RuleError error) {
            throw Problem.invalid("rule", error.code(), error.sentence());
        }
    }

    /// Has the walk that `step` is a part of go on after the place given.
    public void walkOn(Incoming<PopulationsTouched> step, String after) {
        definitions.walkOn(step.payload().company(), step.cause(), after);
    }

    Versioned<Defined> change(CompanyId company, Cause cause, UnaryOperator<Defined> change) {
        var outcome = definitions.change(company, cause, change);
        kept.remove(company);
        return Objects.requireNonNull(outcome.now(), "it was read or written");
    }

    Defined all(CompanyId company) {
        return definitions.of(company);
    }
}
