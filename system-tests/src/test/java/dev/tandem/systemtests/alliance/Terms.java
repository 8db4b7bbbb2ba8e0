package dev.tandem.systemtests.alliance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What two companies propose to each other, as the body of a revision.
public final class Terms {
    /// Shown of every account; street, phone and the rest never cross.
    public static final List<String> FIELDS = List.of("NAME", "WEBSITE", "CITY", "COUNTRY", "OWNER");

    private static final List<String> POPULATIONS = List.of("CUSTOMERS", "OPEN_OPPORTUNITIES", "PROSPECTS");
    private static final String REASON = "{\"code\": \"TEST\", \"sentence\": \"What the two agreed on.\"}";

    private static final String SHARING = "\"sharing\"";

    private Terms() {}

    /// Both show their joint accounts; the owner of a deal gets 60 %, the counterparts 40 %; dinners are shared.
    public static String open(String first, String second) {
        return terms(List.of(shows(first), shows(second)), "60%", "40%")
                .replace(SHARING, dinners(first, second) + SHARING);
    }

    /// As above, but `first` shows nothing any more.
    public static String hiding(String first, String second) {
        return terms(List.of(hides(first), shows(second)), "60%", "40%");
    }

    /// As the first, with other shares.
    public static String splitting(String first, String second, String owner, String counterpart) {
        return terms(List.of(shows(first), shows(second)), owner, counterpart);
    }

    private static String terms(List<String> sharing, String owner, String counterpart) {
        return """
                {"reason": %s, "sharing": {"rules": [%s]},
                 "crediting": {"rules": [{"id": "revenue", "creditType": "REVENUE", "mode": "SPLIT", "model":
                   {"@type": "Fixed", "shares": [{"role": "OWNER", "share": "%s"},
                                                 {"role": "COUNTERPART", "share": "%s"}]}}]}}
                """.formatted(REASON, String.join(", ", sharing), owner, counterpart);
    }

    private static String dinners(String first, String second) {
        return """
                "expenses": {"categories": [{"id": "DINNER", "clause": "E1", "parts": [
                  {"party": "%s", "share": "50%%"}, {"party": "%s", "share": "50%%"}]}],
                  "local": [], "rules": [], "budgets": []},
                """.formatted(first, second);
    }

    private static String shows(String party) {
        return rules(
                party,
                "OVERLAPPING_ACCOUNTS",
                FIELDS.stream().map(Terms::quoted).toArray(String[]::new));
    }

    private static String hides(String party) {
        return rules(party, "HIDDEN");
    }

    private static String rules(String party, String level, String... fields) {
        return POPULATIONS.stream()
                .map(population -> """
                        {"party": "%s", "population": "%s", "level": "%s", "fields": %s}""".formatted(party, population, level, Arrays.toString(fields)))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String word) {
        return '"' + word + '"';
    }
}
