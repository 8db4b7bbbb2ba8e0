package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CrmId;
import dev.tandem.kit.store.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What matching knows of one account: its fields, normalised.
///
/// @param names the name without its legal form, in each way to spell it
/// @param legalKind kind of the legal form, if it tells something
/// @param parent the account above it in the same book; it is never merged with that
public record Facts(
        AccountRef account,
        Set<String> names,
        @Nullable String legalKind,
        @Nullable String domain,
        @Nullable Registration registration,
        Place place,
        @Nullable CrmId parent) {

    /// Where it is and how it is called; supports a match, never makes one.
    record Place(
            @Nullable String country,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String phone) {}

    /// @param texts the account's fields by their names in the CRM contract, empty ones left out
    public static Facts of(AccountRef account, Map<String, String> texts) {
        var place = place(texts);
        var parent = texts.get("parentId");
        var words = withoutPlace(Text.plain(name(texts)), texts);
        return new Facts(
                account,
                names(texts),
                LegalForms.split(words).kind().orElse(null),
                Optional.ofNullable(texts.get("website")).flatMap(Domain::of).orElse(null),
                Optional.ofNullable(texts.get("registrationId"))
                        .flatMap(text -> Registration.of(text, place.country()))
                        .orElse(null),
                place,
                parent == null || parent.length() > 128 ? null : new CrmId(parent));
    }

    /// Fields that matching could use and that say nothing it can use: empty, or a host that many share.
    public List<String> lacks() {
        var lacks = new ArrayList<String>();
        add(lacks, "name", names.isEmpty() ? null : names);
        add(lacks, "website", domain);
        add(lacks, "registrationId", registration);
        add(lacks, "country", place.country());
        add(lacks, "postcode", place.postcode());
        return lacks;
    }

    private static void add(List<String> lacks, String field, @Nullable Object value) {
        if (value == null) {
            lacks.add(field);
        }
    }

    /// Hashes of what can make it a match; accounts that share none are never compared.
    public SortedSet<String> keys() {
        var keys = new TreeSet<String>();
        names.forEach(name -> keys.add(nameKey(name)));
        if (domain != null) {
            keys.add(key("domain", domain));
        }
        if (registration != null) {
            keys.add(key("registration", registration.number()));
        }
        return keys;
    }

    static String nameKey(String name) {
        return key("name", name);
    }

    @Nullable
    String domainKey() {
        return domain == null ? null : key("domain", domain);
    }

    private static String key(String kind, String value) {
        return Hash.id(kind, value);
    }

    private static String name(Map<String, String> texts) {
        return texts.getOrDefault("name", "");
    }

    private static Set<String> names(Map<String, String> texts) {
        var names = new TreeSet<String>();
        for (var words : List.of(Text.plain(name(texts)), Text.spelledOut(name(texts)))) {
            var bare =
                    withoutArticle(LegalForms.split(withoutPlace(words, texts)).words());
            if (!bare.isEmpty()) {
                names.add(String.join(" ", bare));
            }
        }
        return names;
    }

    /// "Nordwind (Kiel)" and "Nordwind - DE" name the place that the account's own fields name too.
    private static List<String> withoutPlace(List<String> words, Map<String, String> texts) {
        for (var field : List.of("city", "country")) {
            var place = Text.plain(texts.getOrDefault(field, ""));
            var rest = words.size() - place.size();
            if (!place.isEmpty()
                    && rest > 0
                    && setApart(name(texts))
                    && words.subList(rest, words.size()).equals(place)) {
                return words.subList(0, rest);
            }
        }
        return words;
    }

    private static boolean setApart(String name) {
        return name.stripTrailing().endsWith(")") || name.contains(" - ");
    }

    private static List<String> withoutArticle(List<String> words) {
        return words.size() > 1 && words.getFirst().equals("the") ? words.subList(1, words.size()) : words;
    }

    private static Place place(Map<String, String> texts) {
        var phone = texts.getOrDefault("phone", "").replaceAll("[^0-9]", "");
        return new Place(
                code(texts.get("country")),
                code(texts.get("postcode")),
                Optional.ofNullable(texts.get("city"))
                        .map(city -> String.join(" ", Text.plain(city)))
                        .orElse(null),
                phone.length() < 7 ? null : phone.substring(phone.length() - 7));
    }

    private static @Nullable String code(@Nullable String text) {
        var code = text == null ? "" : Text.code(text);
        return code.isEmpty() ? null : code;
    }
}
