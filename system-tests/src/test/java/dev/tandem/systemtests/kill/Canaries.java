package dev.tandem.systemtests.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Words that stand in one company's records only, in fields that are not shown: wherever another company can read one,
/// something leaked.
final class Canaries {
    private Canaries() {}

    static String of(String company) {
        return "canary-of-" + company;
    }

    /// @param texts by where they were read
    /// @return a line for each place where a foreign canary sits
    static List<String> in(Map<String, String> texts, String foreignCompany) {
        var found = new ArrayList<String>();
        texts.forEach((where, text) -> {
            if (text.contains(of(foreignCompany))) {
                found.add(where + " shows what only " + foreignCompany + " may see");
            }
        });
        return found;
    }
}
