package dev.tandem.systemtests.alliance;

import static dev.tandem.systemtests.running.RunningPlatform.manager;

import dev.tandem.standalone.client.Answer;
import java.util.List;

/// Puts joint accounts into the shared book: each side makes its own entry.
public final class Booking {
    private Booking() {}

    /// Both sides name tier A and the first company as lead.
    ///
    /// @return the answer to the last of them, which says that it is agreed
    public static Answer both(Alliance alliance, String jointAccount) {
        one(alliance, alliance.first(), jointAccount);
        return one(alliance, alliance.second(), jointAccount);
    }

    public static Answer one(Alliance alliance, String company, String jointAccount) {
        var entry = alliance.in("accounts") + "/joint-accounts/" + jointAccount + "/book-entry";
        var body = """
                {"tier": "A", "lead": "%s", "reason": {"code": "FIT", "sentence": "We both know them well."}}
                """.formatted(alliance.first());
        var manager = manager(company);
        return manager.put(entry, manager.get(entry).expect(200).etag(), body).expect(200);
    }

    public static void all(Alliance alliance, List<String> jointAccounts) {
        jointAccounts.forEach(joint -> both(alliance, joint));
    }
}
