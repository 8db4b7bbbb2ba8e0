package dev.tandem.samples;

import java.util.List;
import java.util.Locale;

/// Writes an organisation's name as somebody typed it into a CRM.
record NameSpelling(Words common, Dice dice) {

    String of(Organisation organisation) {
        String name = dice.chance(1) ? acronym(organisation.name()) : shortened(organisation.name());
        name = dice.chance(3) ? Spelling.mistyped(name, dice) : name;
        return cased(located(withLegalForm(name, organisation.legal()), organisation));
    }

    private static String acronym(String name) {
        String initials = Spelling.initials(name);
        return initials.length() > 2 ? initials : name;
    }

    private String shortened(String name) {
        String written = dice.chance(14) ? abbreviated(name) : name;
        written = dice.chance(45) ? otherAnd(written) : written;
        written = dice.chance(10) ? written.replace('-', ' ') : written;
        return dice.chance(22) ? plainLetters(written) : written;
    }

    private String abbreviated(String name) {
        String written = name;
        for (List<String> pair : common.rows("abbreviations")) {
            written = written.replace(pair.get(0), pair.get(1));
        }
        return written;
    }

    private String otherAnd(String name) {
        return name.contains(" & ")
                ? name.replace(" & ", dice.pick(List.of(" and ", " + ", "&", " u. ", " and ")))
                : name.replace(" und ", " & ").replace(" y ", " & ");
    }

    private String plainLetters(String name) {
        return dice.chance(50) ? Spelling.ascii(name) : Spelling.withoutMarks(name);
    }

    private String withLegalForm(String name, List<String> legal) {
        if (legal.isEmpty() || dice.chance(24)) {
            return name;
        }
        return Spelling.joined(name, dice.chance(62) ? legal.getFirst() : dice.pick(legal));
    }

    private String located(String name, Organisation organisation) {
        String city = organisation.city().name();
        if (name.contains(city)) {
            return name;
        }
        return switch (dice.below(40)) {
            case 0 -> name + " - " + city;
            case 1 -> name + " (" + city + ")";
            case 2 -> name + " (" + organisation.country().code() + ")";
            default -> name;
        };
    }

    private String cased(String name) {
        return switch (dice.below(100)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> name.toUpperCase(Locale.ROOT);
            case 8, 9 -> name.toLowerCase(Locale.ROOT);
            case 10 -> name.replaceFirst(" ", "  ");
            case 11 -> name + " ";
            case 12 -> name.replace(".", "");
            default -> name;
        };
    }
}
