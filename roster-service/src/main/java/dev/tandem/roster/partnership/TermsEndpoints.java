package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.partnership.Moves.Target;
import dev.tandem.roster.terms.Difference;
import dev.tandem.roster.terms.Differences;
import dev.tandem.roster.terms.Prevailing;
import dev.tandem.roster.terms.Situation;
import dev.tandem.roster.terms.Terms;
import dev.tandem.roster.terms.Topic;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is agreed beside the policies, over HTTP: state the fit, ask whose rule applies, compare revisions.
@RestController
@RequestMapping("/roster/partnerships/{id}")
class TermsEndpoints {
    private final Moves moves;
    private final Clock clock;
    private final JsonMapper json;

    TermsEndpoints(Moves moves, Clock clock, JsonMapper json) {
        this.moves = moves;
        this.clock = clock;
        this.json = json;
    }

    /// @param measures by what the party will know that it was worth it
    /// @param reason why it fits, or why the party walks away
    record NewFit(
            Fit.Verdict verdict,
            @Size(max = 20) List<@NotBlank @Size(max = 500) String> measures,
            @Size(max = 20) List<@NotBlank @Size(max = 500) String> customerGains,
            Reason reason) {}

    /// @param revision the one in force; absent when none is
    record Rules(@Nullable Integer revision, List<Answer> answers) {}

    /// Whose rule applies.
    ///
    /// @param party absent where the parties agreed on nothing; `because` says so
    record Answer(
            Topic topic,
            @Nullable CompanyId party,
            @Nullable String clause,
            Reason because) {}

    /// @param from the revision that it is compared with, 0 for nothing
    record Comparison(int from, int to, List<Difference> differences) {}

    private record Sections(
            Object sharing,
            Object crediting,
            @Nullable Terms terms,
            @Nullable Object expenses,
            @Nullable Object goals) {}

    @PostMapping("/fit")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<PartnershipView> state(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            IdempotencyKey key,
            IfMatch expected,
            Body<NewFit> body) {
        var outcome = moves.move(
                new Target(caller, id, expected),
                () -> key.cause(body, 200),
                was -> new StatingFit(was).state(fit(caller, body.read())));
        var now = Moves.now(outcome);
        return Etag.ok(PartnershipView.of(now.state(), caller.company()), now.version());
    }

    private Fit fit(CompanyCaller caller, NewFit said) {
        var act = new Act(caller.company(), said.reason(), clock.instant());
        return new Fit(said.verdict(), said.measures(), said.customerGains(), act);
    }

    /// Without a topic, of all of them.
    @GetMapping("/prevailing-rules")
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE, Role.ADMIN, Role.REP})
    Rules whoseRuleApplies(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @RequestParam(required = false) @Nullable Topic topic,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String activity) {
        var partnership = moves.found(caller, id).state();
        var inForce = partnership.event().inForce().map(Agreement::number);
        var terms = inForce.flatMap(partnership.papers()::termsOf);
        var answers = (topic == null ? Stream.of(Topic.values()) : Stream.of(topic))
                .map(each -> answer(terms, new Situation(each, country, activity)));
        return new Rules(inForce.orElse(null), answers.toList());
    }

    private static Answer answer(Optional<Terms> terms, Situation situation) {
        return terms.flatMap(agreed -> Prevailing.in(situation, agreed.prevailing()))
                .map(rule -> new Answer(
                        situation.topic(), rule.party(), rule.clause(), new Reason("AGREED", rule.sentence())))
                .orElseGet(() -> new Answer(
                        situation.topic(),
                        null,
                        null,
                        new Reason("NOT_AGREED", "The agreement in force does not say whose rule applies here.")));
    }

    /// Without `from`, with the revision before.
    @GetMapping("/revisions/{number}/differences")
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE, Role.ADMIN})
    Comparison compare(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer from) {
        var partnership = moves.found(caller, id).state();
        var before = from == null ? number - 1 : from;
        var was = before == 0 ? json.createObjectNode() : sections(partnership, before);
        return new Comparison(before, number, Differences.between(was, sections(partnership, number)));
    }

    private JsonNode sections(Partnership partnership, int number) {
        var revision = partnership.agreement().find(number).orElseThrow(Problem::notFound);
        var terms = partnership.papers().termsOf(number).orElse(null);
        return json.valueToTree(
                new Sections(revision.sharing(), revision.crediting(), terms, revision.expenses(), revision.goals()));
    }
}
