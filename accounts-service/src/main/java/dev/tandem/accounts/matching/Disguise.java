package dev.tandem.accounts.matching;

import dev.tandem.accounts.matching.Evidence.Agreement;
import dev.tandem.engine.AccountRow;
import dev.tandem.engine.Lookalikes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Accounts whose name or domain mixes letters of several scripts that look alike, so that they can be taken for
/// somebody else's: their domain is not compared. They, and those whose name lost letters on the way, are matched only
/// by people.
public final class Disguise {
    private static final Evidence NAME = Evidence.of(
            "name",
            Agreement.DIFFERENT,
            "LOOKALIKE_LETTERS_IN_NAME",
            "One of the names mixes letters of several scripts that look alike.");
    private static final Evidence WEBSITE = Evidence.of(
            "website",
            Agreement.DIFFERENT,
            "LOOKALIKE_LETTERS_IN_DOMAIN",
            "One of the domains mixes letters of several scripts that look alike, so they were not compared.");

    private static final Evidence LOST = Evidence.of(
            "name", Agreement.DIFFERENT, "LETTERS_LOST_IN_NAME", "In one of the names letters were lost on the way.");

    private Disguise() {}

    private static boolean isBroken(AccountRow row) {
        return row.name().indexOf('\uFFFD') >= 0;
    }

    public static boolean isName(@Nullable String name) {
        // A word of each script beside a hyphen is how two names are put together.
        return name != null && Lookalikes.has(name.replace('-', ' '));
    }

    public static boolean isWebsite(@Nullable String website) {
        return website != null && Lookalikes.has(website);
    }

    static boolean isOf(AccountRow row) {
        return isName(row.name()) || isWebsite(row.website()) || isBroken(row);
    }

    /// As it is compared.
    static AccountRow compared(AccountRow row) {
        return isWebsite(row.website())
                ? new AccountRow(
                        row.id(),
                        row.name(),
                        "",
                        row.phone(),
                        row.street(),
                        row.city(),
                        row.region(),
                        row.postcode(),
                        row.country(),
                        row.registrationId(),
                        row.parentId())
                : row;
    }

    /// What there is to say of accounts that are disguised beside what else was found.
    static Stream<Evidence> of(Stream<AccountRow> disguised) {
        var rows = disguised.toList();
        var website = rows.stream().filter(row -> isWebsite(row.website())).map(_ -> WEBSITE);
        var name = rows.stream().filter(row -> isName(row.name())).map(_ -> NAME);
        var lost = rows.stream().filter(Disguise::isBroken).map(_ -> LOST);
        return Stream.of(website, name, lost).flatMap(each -> each).distinct();
    }
}
