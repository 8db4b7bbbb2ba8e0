package dev.tandem.accounts.importing;

import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.matching.Disguise;
import dev.tandem.contracts.CrmId;
import dev.tandem.kit.store.PlainText;
import java.util.Optional;

/// What every row has to keep to, whatever the format.
final class RowCheck {
    private static final char REPLACEMENT = '\uFFFD';

    private final SeenIds seen = new SeenIds();
    private final Findings findings;

    RowCheck(Findings findings) {
        this.findings = findings;
    }

    /// What is wrong with it is among the findings then.
    void check(FileRow found) {
        id(found, found.cell("id")).ifPresent(id -> check(found.where(), found.row(id)));
    }

    private Optional<CrmId> id(FileRow found, String text) {
        try {
            var id = new CrmId(text);
            if (!PlainText.is(text)) {
                findings.add(found.where() + ", id", "MALFORMED", "must be 1 to 128 printable characters");
                return Optional.empty();
            }
            var first = seen.firstLine(text, found.line());
            if (first != found.line()) {
                var earlier = found.where().split(" ", 2)[0] + " " + first;
                findings.add(found.where() + ", id", "TWICE", "is the id of " + earlier + " already");
            }
            return Optional.of(id);
        } catch (IllegalArgumentException malformed) {
            findings.add(found.where() + ", id", "MALFORMED", "must be 1 to 128 printable characters");
            return Optional.empty();
        }
    }

    private void check(String where, Row row) {
        if (row.fields().getOrDefault("name", "").isBlank()) {
            findings.add(where + ", name", "MISSING", "an account has a name");
        }
        row.fields().forEach((field, text) -> check(where, field, text));
        AccountRecords.violations(row.change())
                .forEach(violation ->
                        findings.add(where + ", " + violation.field(), violation.rule(), violation.message()));
    }

    private void check(String where, String field, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            findings.add(
                    where + ", " + field,
                    "CONTROL_CHARACTER",
                    "holds a line break or another control character: is a quote left open?");
        }
        if (text.indexOf(REPLACEMENT) >= 0) {
            findings.add(
                    where + ", " + field,
                    "BROKEN_TEXT",
                    "holds U+FFFD, which stands for what was lost: export it again as UTF-8");
        }
        if (field.equals("website") && Disguise.isWebsite(text)) {
            findings.add(
                    where + ", website",
                    "MIXED_SCRIPTS",
                    "mixes letters that look alike, Latin and Cyrillic or Greek, in one part of the domain");
        }
    }
}
