package dev.tandem.engine;

import java.util.ArrayList;
import java.util.List;

/// Which fields of an account alignment could use but cannot: those that are empty, and a website or a number
/// that says nothing of whose it is.
public final class Lacking {
    private Lacking() {}

    /// The names of the fields, as in [AccountRow].
    public static List<String> of(AccountRow account) {
        var lacking = new ArrayList<String>();
        add(lacking, "name", !account.name().isBlank());
        add(lacking, "website", saysWhose(account.website()));
        add(lacking, "registrationId", isNumber(account.registrationId()));
        add(lacking, "country", !account.country().isBlank());
        add(lacking, "postcode", !account.postcode().isBlank());
        return List.copyOf(lacking);
    }

    private static boolean saysWhose(String text) {
        var website = new Website();
        website.read(text.toCharArray(), 0, text.length());
        return website.domain != 0;
    }

    private static boolean isNumber(String text) {
        var registration = new Registration();
        registration.read(text.toCharArray(), 0, text.length());
        return registration.number != 0;
    }

    private static void add(List<String> lacking, String field, boolean isUsable) {
        if (!isUsable) {
            lacking.add(field);
        }
    }
}
