package dev.tandem.systemtests.story;

import static dev.tandem.systemtests.running.RunningPlatform.api;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.alliance.Samples;
import dev.tandem.systemtests.alliance.Settling;
import dev.tandem.systemtests.running.LogsOnFailure;
import dev.tandem.systemtests.running.RunningPlatform;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `stop` and `up`: every answer is the same as before.
@Order(10)
@ExtendWith(LogsOnFailure.class)
class RestartIT {

    @Test
    void everyAnswerIsTheSameAfterAStopAndAStart() {
        var alliance = Samples.get().alliance();
        Samples.get().joints();
        var before = Settling.unchanged("all answers", () -> answers(alliance));
        assertThat(before.values()).allSatisfy(answer -> assertThat(answer).startsWith("200 "));
        RunningPlatform.restart();
        Samples.until("every answer to be the same", () -> {
            var after = answers(alliance);
            return after.equals(before) ? Look.seen(after) : Look.notYet(changed(before, after));
        });
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream()
                .filter(path -> !String.valueOf(after.get(path)).equals(before.get(path)))
                .toList();
    }

    private static Map<String, String> answers(Alliance alliance) {
        var answers = new TreeMap<String, String>();
        for (var company : List.of("acme", "globex")) {
            for (var path : List.of(
                    alliance.path(),
                    alliance.path() + "/counterparts",
                    alliance.in("accounts") + "/overlap",
                    alliance.in("accounts") + "/overlap/matrix",
                    alliance.in("accounts") + "/book",
                    alliance.in("accounts") + "/deals",
                    alliance.in("credit") + "/journal",
                    alliance.in("credit") + "/report?period=2026-01",
                    "/accounts/accounts",
                    "/accounts/receipts")) {
                var answer = api().as(company, "alliance-manager").get(path);
                answers.put(company + " " + path, answer.status() + " " + answer.body());
            }
        }
        return answers;
    }
}
