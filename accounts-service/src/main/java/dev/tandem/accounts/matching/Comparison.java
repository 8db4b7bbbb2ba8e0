package dev.tandem.accounts.matching;

import dev.tandem.accounts.matching.Evidence.Agreement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two accounts side by side. Symmetric, and a function of the two and of nothing else.
record Comparison(Facts one, Facts other) {

    /// Decisive: these are never the same customer.
    boolean contradicts() {
        return differentRegistration() || parentAndChild();
    }

    boolean sameRegistration() {
        return one.registration() != null
                && other.registration() != null
                && one.registration().number().equals(other.registration().number());
    }

    private boolean differentRegistration() {
        return one.registration() != null
                && other.registration() != null
                && one.registration().contradicts(other.registration());
    }

    private boolean parentAndChild() {
        return one.account().company().equals(other.account().company())
                && (other.account().account().equals(one.parent())
                        || one.account().account().equals(other.parent()));
    }

    boolean sameName() {
        return !Collections.disjoint(one.names(), other.names());
    }

    boolean sameDomain() {
        return one.domain() != null && one.domain().equals(other.domain());
    }

    /// The same customer twice in one book: nothing that is known of both differs.
    boolean sameThroughout() {
        return sameRegistration() || (sameName() && conflicts() == 0 && !differ(postcode(one), postcode(other)));
    }

    /// A name alone is not enough where these differ.
    int conflicts() {
        return (otherDomain() ? 1 : 0) + (differ(one.legalKind(), other.legalKind()) ? 1 : 0) + (elsewhere() ? 1 : 0);
    }

    private boolean otherDomain() {
        return one.domain() != null
                && other.domain() != null
                && !Domain.label(one.domain()).equals(Domain.label(other.domain()));
    }

    /// In another country, or in the same one in another city with another postcode.
    boolean elsewhere() {
        return differ(one.place().country(), other.place().country())
                || (differ(postcode(one), postcode(other))
                        && differ(one.place().city(), other.place().city()));
    }

    /// How many of postcode, phone and city are the same.
    int sameWhereabouts() {
        return (same(postcode(one), postcode(other)) ? 1 : 0)
                + (same(one.place().phone(), other.place().phone()) ? 1 : 0)
                + (same(one.place().city(), other.place().city()) ? 1 : 0);
    }

    boolean nearby() {
        return same(postcode(one), postcode(other))
                || same(one.place().phone(), other.place().phone());
    }

    /// What speaks for the pair and against it, the strongest first.
    List<Evidence> evidence(boolean domainIsUnique) {
        var all = new ArrayList<Evidence>();
        if (sameRegistration()) {
            all.add(Evidence.of(
                    "registrationId",
                    Agreement.EQUAL,
                    "SAME_REGISTRATION",
                    "Both have the same number in the same register."));
        }
        if (sameDomain()) {
            all.add(domainEvidence(domainIsUnique));
        }
        if (sameName()) {
            all.add(Evidence.of(
                    "name", Agreement.EQUAL, "SAME_NAME", "Both have the same name, legal form and spelling aside."));
        }
        add(all, "postcode", postcode(one), postcode(other));
        add(all, "city", one.place().city(), other.place().city());
        add(all, "phone", one.place().phone(), other.place().phone());
        if (differ(one.legalKind(), other.legalKind())) {
            all.add(Evidence.of(
                    "name", Agreement.DIFFERENT, "OTHER_LEGAL_FORM", "The names have legal forms of different kinds."));
        }
        return all;
    }

    private static Evidence domainEvidence(boolean unique) {
        return unique
                ? Evidence.of(
                        "website",
                        Agreement.EQUAL,
                        "SAME_DOMAIN",
                        "Both have the same domain, and no other account of either company has it.")
                : Evidence.of(
                        "website",
                        Agreement.EQUAL_BUT_SHARED,
                        "SHARED_DOMAIN",
                        "Both have the same domain, but so have other accounts.");
    }

    private static void add(List<Evidence> all, String field, @Nullable String left, @Nullable String right) {
        if (same(left, right)) {
            all.add(Evidence.of(
                    field,
                    Agreement.EQUAL,
                    "SAME_" + field.toUpperCase(java.util.Locale.ROOT),
                    "Both have the same " + field + "."));
        }
    }

    private static @Nullable String postcode(Facts facts) {
        return facts.place().postcode();
    }

    private static boolean same(@Nullable String left, @Nullable String right) {
        return left != null && left.equals(right);
    }

    private static boolean differ(@Nullable String left, @Nullable String right) {
        return left != null && right != null && !left.equals(right);
    }
}
