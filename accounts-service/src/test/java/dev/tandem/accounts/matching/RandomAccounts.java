package dev.tandem.accounts.matching;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Accounts that meet often: few names, domains and numbers, so that every rule comes to bear.
public final class RandomAccounts {
    private static final List<String> NAMES =
            List.of("Nordwind", "Nordwind GmbH", "Müller", "Mueller AG", "Muller", "Coop", "Hotel Post", "Sturm & Co");
    private static final List<String> SITES =
            List.of("nordwind.de", "mueller.com", "sturm.org", "gmail.com", "post.at");

    private RandomAccounts() {}

    /// Fields of one account, as in the CRM contract.
    public static Map<String, String> fields(Random random) {
        var fields = new TreeMap<String, String>();
        fields.put("name", NAMES.get(random.nextInt(NAMES.size())));
        put(fields, random, "website", SITES.get(random.nextInt(SITES.size())));
        put(fields, random, "registrationId", "DE HRB " + random.nextInt(6));
        put(fields, random, "postcode", "1011" + random.nextInt(3));
        put(fields, random, "country", random.nextInt(5) == 0 ? "AT" : "DE");
        if (random.nextInt(6) == 0) {
            fields.put("parentId", "a" + random.nextInt(20));
        }
        return fields;
    }

    private static void put(Map<String, String> fields, Random random, String field, String value) {
        if (random.nextBoolean()) {
            fields.put(field, value);
        }
    }
}
