package dev.tandem.roster.partnership;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Problem;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Moves a partnership for one of its parties, checked in the order that tells outsiders nothing: 404 for who is no
/// party, then the version, then the rest. A repeated command is recognised before its version is compared.
@Component
final class Moves {
    private final Partnerships partnerships;

    Moves(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    /// Which partnership a party wants to move, and from which version.
    record Target(CompanyCaller caller, PartnershipId partnership, IfMatch expected) {}

    Versioned<Partnership> found(CompanyCaller caller, PartnershipId partnership) {
        return partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
    }

    Outcome<Partnership> move(Target target, Supplier<Cause.Command> cause, UnaryOperator<Partnership> step) {
        found(target.caller(), target.partnership());
        target.expected().version();
        return partnerships.move(target.partnership(), cause.get(), found -> {
            target.expected().requireVersion(found.version());
            return step.apply(found.state());
        });
    }

    static Versioned<Partnership> now(Outcome<Partnership> outcome) {
        return Objects.requireNonNull(outcome.now(), "a moved partnership exists");
    }
}
