package dev.tandem.samples;

/// How large a world is. About 36 % of the accounts are joint.
///
/// @param accounts of each company
/// @param people of each company
/// @param opportunities of each company
/// @param irregular how many events of each kind of irregularity each list of events gets; 0 makes a clean world
public record Size(int accounts, int people, int opportunities, int irregular) {
    private static final int KINDS = 12;

    public Size {
        if (accounts < 60 || people < 40 || opportunities < 40 || irregular < 0) {
            throw new IllegalArgumentException("a world needs 60 accounts, 40 people and 40 opportunities a company");
        }
        if (irregular * KINDS > Math.min(Math.min(accounts, opportunities), people)) {
            throw new IllegalArgumentException("too many irregular events for so few regular ones");
        }
    }

    /// The demo's: 2,500 accounts, 150 people and 400 opportunities of each company.
    public static Size standard() {
        return ofAccounts(2_500);
    }

    /// For tests that need everything, but little of it.
    public static Size small() {
        return new Size(240, 48, 80, 2);
    }

    /// In the usual proportions.
    public static Size ofAccounts(int accounts) {
        int people = Math.clamp(accounts * 6L / 100, 48, 2_000);
        int opportunities = Math.max(80, accounts * 16 / 100);
        return new Size(accounts, people, opportunities, Math.clamp(people / 24, 2, 6));
    }

    /// The same without any irregularity, though still with deltas, late references and deletions.
    public Size clean() {
        return new Size(accounts, people, opportunities, 0);
    }

    int jointAccounts() {
        return accounts * 36 / 100;
    }

    int duplicateAccounts() {
        return accounts * 15 / 1000;
    }

    /// Which the CRM sends only after the agreement.
    int lateAccounts() {
        return Math.max(2, accounts / 400);
    }

    int latePeople() {
        return Math.max(2, people / 50);
    }

    int twinSales() {
        return Math.max(1, opportunities / 80);
    }

    int customers() {
        return jointAccounts() + 2 * ownAccounts();
    }

    int ownAccounts() {
        return accounts - jointAccounts() - duplicateAccounts();
    }
}
