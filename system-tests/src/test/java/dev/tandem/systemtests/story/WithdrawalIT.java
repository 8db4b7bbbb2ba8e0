package dev.tandem.systemtests.story;

import static dev.tandem.systemtests.running.RunningPlatform.manager;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.standalone.client.CompactedTopic;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.alliance.Samples;
import dev.tandem.systemtests.alliance.Terms;
import dev.tandem.systemtests.running.LogsOnFailure;
import dev.tandem.systemtests.running.RunningPlatform;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// What one side withdraws is gone for the other: over the API at once, and by tombstone for its CRM.
@Order(5)
@ExtendWith(LogsOnFailure.class)
class WithdrawalIT {
    private final Alliance alliance = Samples.get().alliance();

    @Test
    void aRevisionThatHidesTakesTheRowsAwayAndTellsTheOthersCrm() {
        Samples.get().joints();
        var aligned = Samples.until("what globex is told", () -> {
            var told = ofType("AccountAligned");
            return told.isEmpty() ? Look.notYet("nothing") : Look.seen(told);
        });

        alliance.agree(Terms.hiding("acme", "globex"));

        Samples.until("nothing of acme's to be shown to globex", () -> {
            var shown = manager("globex").all(alliance.in("accounts") + "/overlap").stream()
                    .filter(joint -> !joint.at("/partners/0/fields").isEmpty())
                    .count();
            return shown == 0 ? Look.seen(shown) : Look.notYet(shown);
        });
        Samples.until("a tombstone for each", () -> {
            var withdrawn = ofType("Withdrawn");
            return withdrawn.containsAll(aligned) ? Look.seen(withdrawn) : Look.notYet(withdrawn.size());
        });

        alliance.agree(Terms.open("acme", "globex"));
        Samples.until("all of it to be told again", () -> {
            var told = ofType("AccountAligned");
            return told.equals(aligned) ? Look.seen(told) : Look.notYet(told.size() + " of " + aligned.size());
        });
        assertThat(aligned).isNotEmpty();
    }

    /// Keys under which globex's CRM holds this now.
    private static Set<String> ofType(String type) {
        var outbox = new CompactedTopic(RunningPlatform.get().brokers(), "crm.globex.out");
        return outbox.read(key -> key.startsWith("account/")).entrySet().stream()
                .filter(told -> told.getValue().at("/@type").asString("").equals(type))
                .map(Map.Entry<String, JsonNode>::getKey)
                .collect(Collectors.toSet());
    }
}
