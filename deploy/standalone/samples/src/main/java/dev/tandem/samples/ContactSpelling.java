package dev.tandem.samples;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes websites and phone numbers as they are found in CRMs.
record ContactSpelling(Words common, Dice dice) {

    @Nullable
    String website(Organisation organisation) {
        int roll = dice.below(100);
        if (roll < 18) {
            return null;
        }
        if (roll < 20) {
            return dice.pick(common.list("free-mail"));
        }
        return roll < 23 ? sharedHost(organisation) : spelled(domain(organisation), organisation);
    }

    private String sharedHost(Organisation organisation) {
        String host = dice.pick(common.list("shared-hosts"));
        String shop = Spelling.label(organisation.name(), "-");
        return dice.chance(50) ? "https://" + host + "/" + shop : "https://www." + host + "/sellers/" + shop;
    }

    /// Now and then the domain of before, or of the other country.
    private String domain(Organisation organisation) {
        String domain = organisation.domain();
        String label = domain.substring(0, domain.indexOf('.'));
        return dice.chance(3) ? label + (domain.endsWith(".com") ? ".net" : ".com") : domain;
    }

    private String spelled(String domain, Organisation organisation) {
        return switch (dice.below(12)) {
            case 0, 1, 2 -> "www." + domain;
            case 3, 4 -> "https://www." + domain;
            case 5 -> "https://" + domain + "/";
            case 6 -> "http://www." + domain + "/index.html";
            case 7 ->
                "https://www." + domain + "/" + organisation.country().code().toLowerCase(Locale.ROOT) + "/home";
            case 8 -> dice.chance(40) ? ("www." + domain).toUpperCase(Locale.ROOT) : "http://" + domain;
            case 9 -> "https://shop." + domain + "/?utm_source=crm";
            default -> domain;
        };
    }

    @Nullable
    String phone(Organisation organisation) {
        if (dice.chance(24)) {
            return null;
        }
        String area = organisation.city().areaCode();
        String number = organisation.phone().substring(area.length());
        String local = dice.chance(10) ? number.substring(0, number.length() - 2) + dice.digits(2) : number;
        return spelled(organisation.country(), area, local);
    }

    private String spelled(Country country, String area, String number) {
        String head = number.substring(0, 3);
        String tail = number.substring(3);
        String trunk = country.trunk();
        return switch (dice.below(5)) {
            case 0 -> country.dialCode() + " " + area + " " + number;
            case 1 -> country.dialCode() + area + number;
            case 2 -> trunk.isEmpty() ? "(" + area + ") " + head + "-" + tail : trunk + area + "/" + number;
            case 3 -> trunk.isEmpty() ? area + "-" + head + "-" + tail : trunk + area + " " + head + " " + tail;
            default -> country.dialCode() + " (" + trunk + area + ") " + head + " " + tail;
        };
    }
}
