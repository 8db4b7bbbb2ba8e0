package dev.tandem.systemtests.kill;

import static dev.tandem.systemtests.running.RunningPlatform.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The services' copies of what others own.
final class ReadModels {
    private ReadModels() {}

    /// Makes every one of them anew from its topic.
    ///
    /// @return a line for each that did not come out as it was
    static List<String> rebuildAll() {
        var faults = new ArrayList<String>();
        var rebuilt = 0;
        for (var service : List.of("accounts", "roster", "credit")) {
            var path = "/" + service + "/read-models";
            for (var name : api().operator().get(path).expect(200).json().at("/names")) {
                var answer = api().operator()
                        .send(
                                "POST",
                                path + "/" + name.asString() + "/rebuild",
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                                null)
                        .expect(200);
                rebuilt++;
                if (!answer.json().at("/hashBefore").equals(answer.json().at("/hashAfter"))) {
                    faults.add(service + " " + answer.body());
                }
            }
        }
        return rebuilt == 0 ? List.of("there is no read model") : faults;
    }
}
