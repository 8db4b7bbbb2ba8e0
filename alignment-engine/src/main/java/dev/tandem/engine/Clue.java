package dev.tandem.engine;

/// A kind of evidence for or against two accounts being the same. What each is worth in bits stands in
/// `weights.txt`; those that say so are worth that many bits for each bit of information, others as they are.
enum Clue {
    /// How likely a candidate pair is the same before anything is known of it.
    START("how likely two candidates are the same before anything is compared"),
    NAME_SAME_UNIQUE("the same name, which no other account of either book has"),
    NAME_SAME_TWICE("the same name, which two accounts of one book have"),
    NAME_SAME_FEW("the same name, which a few accounts have"),
    NAME_SAME_OFTEN("the same name, which many accounts have"),
    /// The same with its legal form, in the same order.
    NAME_WHOLE_SAME("the names agree to the legal form"),
    NAME_REORDERED("the words of the names stand in another order"),
    /// Learned from what the company confirmed.
    NAME_ALIAS("one of the companies has taken one name for the other before"),
    /// The rarest word that both have, by the number of accounts of both books that have it.
    RAREST_UNIQUE("both names have a word that hardly any other name has"),
    RAREST_TWICE("both names have a very rare word"),
    RAREST_FEW("both names have a rare word"),
    RAREST_OFTEN("the names share only common words"),
    /// Per tenth of the information of a name that the other covers, of the name that is covered less.
    NAME_COVERED_LESS("one name says more than the other"),
    NAME_COVERED_MORE("each name says something that the other does not"),
    /// Per bit of the words shared, the first sixteen bits.
    NAME_SHARED("the names share words"),
    /// Per bit of the words shared beyond.
    NAME_SHARED_MORE("the names share many rare words"),
    /// Per bit of the words that are only nearly the same.
    NAME_NEARLY("some words are only nearly the same"),
    /// Per bit of the words that only one name has, of the name that has less of them.
    NAME_EXTRA_LESS("words that only one of the names has"),
    /// The same, of the name that has more.
    NAME_EXTRA_MORE("words that only one of the names has"),
    /// Per bit of the rarest word that only one name has, of the name where it is less rare.
    NAME_CONTRADICTED("each name has a telling word that the other lacks"),
    /// Per bit of the words of organisations that only one name has.
    NAME_EXTRA_CONCEPTS("a word for another kind of organisation in one of the names"),
    NAME_NOTHING_SHARED("the names share no word"),
    /// Per tenth of letter pairs shared.
    NAME_ALIKE("the names are written alike"),
    NAME_FIRST_SAME("the names begin with a word that both have"),
    NAME_FIRST_DIFFERS("the names begin with different words"),
    NAME_NUMBER_DIFFERS("different numbers in the names"),
    NAME_NUMBER_EXTRA("a number in one of the names"),
    NAME_ACRONYM("one name is the initials of the other"),
    NAME_TOGETHER("the names are the same written together"),
    NAME_COUNTRY_DIFFERS("the name of one says another country"),
    NAME_COUNTRY_EXTRA("the name of one says a country"),
    DOMAIN_SAME_UNIQUE("the same domain, which no other account of either book has"),
    DOMAIN_SAME_TWICE("the same domain, which two accounts of one book have"),
    DOMAIN_SAME_FEW("the same domain, which a few accounts have"),
    DOMAIN_SAME_MANY("the same domain, which many accounts have"),
    HOST_DIFFERS("different hosts on the same domain"),
    DOMAIN_LABEL_SAME("the same domain in different countries"),
    DOMAIN_DIFFERS("different domains"),
    DOMAIN_LABEL_BEGINS("the domain of one begins like that of the other"),
    DOMAIN_IS_NAME("the domain of one is the name of the other"),
    DOMAIN_IS_OTHER_NAME("the domain of one is the name of the other, though the names differ"),
    DOMAIN_IS_ACRONYM("the domain of one is the initials of the other"),
    PHONE_SAME("the same phone number"),
    PHONE_SHARED("the same phone number, which several have"),
    PHONE_DIFFERS("different phone numbers"),
    REGISTRATION_SAME("the same registration number"),
    REGISTRATION_DIFFERS("different registration numbers of the same register"),
    CITY_SAME("the same city"),
    CITY_OVERLAPS("cities that share a word"),
    CITY_DIFFERS("different cities"),
    CITY_IN_NAME("a name that says the city"),
    COUNTRY_SAME("the same country"),
    COUNTRY_DIFFERS("different countries"),
    POSTCODE_SAME("the same postcode"),
    POSTCODE_DIFFERS("different postcodes"),
    STREET_SAME("the same street address"),
    STREET_DIFFERS("different street addresses"),
    LEGAL_FORM_SAME("the same kind of legal form"),
    LEGAL_FORM_DIFFERS("different legal forms"),
    /// Nothing but the names could be compared.
    NAMES_ALONE("nothing but the names could be compared"),
    CHILD_OF_ONE("one of them has a parent account"),
    CHILD_OF_BOTH("both have a parent account");

    static final Clue[] ALL = values();

    /// What it says to a sales manager, as part of a sentence.
    final String words;

    /// Where it stands in arrays of all clues, and next to which: the levels of one thing follow each other.
    final int index;

    /// Whether it says how many others share something, so that the two accounts alone do not tell it.
    final boolean isCounted;

    /// In which field it is found.
    String field() {
        return switch (this) {
            case START, NAMES_ALONE -> "";
            case PHONE_SAME, PHONE_SHARED, PHONE_DIFFERS -> "phone";
            case REGISTRATION_SAME, REGISTRATION_DIFFERS -> "registrationId";
            case CITY_SAME, CITY_OVERLAPS, CITY_DIFFERS -> "city";
            case COUNTRY_SAME, COUNTRY_DIFFERS -> "country";
            case POSTCODE_SAME, POSTCODE_DIFFERS -> "postcode";
            case STREET_SAME, STREET_DIFFERS -> "street";
            case CHILD_OF_ONE, CHILD_OF_BOTH -> "parentId";
            default -> name().startsWith("DOMAIN") || this == HOST_DIFFERS ? "website" : "name";
        };
    }

    @SuppressWarnings("EnumOrdinal") // Nothing that is kept or sent holds the number.
    Clue(String words) {
        this.words = words;
        index = ordinal();
        isCounted = name().startsWith("NAME_SAME_")
                || name().startsWith("DOMAIN_SAME_")
                || name().equals("PHONE_SAME")
                || name().equals("PHONE_SHARED");
    }
}
