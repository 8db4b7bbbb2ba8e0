package dev.tandem.engine;

import java.util.List;

/// Books and accounts for tests.
final class Given {
    private Given() {}

    static AccountRow account(String id, String name, String website, String city, String country) {
        return new AccountRow(id, name, website, "", "", city, "", "", country, "", "");
    }

    static AccountRow registered(String id, String name, String country, String registrationId) {
        return new AccountRow(id, name, "", "", "", "", "", "", country, registrationId, "");
    }

    static Book book(List<AccountRow> rows) {
        var book = new Book();
        rows.forEach(book::add);
        return book;
    }

    static Alignment alignment(AccountRow a, AccountRow b) {
        return new Alignment(book(List.of(a)), book(List.of(b)));
    }

    /// The decisions as `a=b MATCH`, in the order of the engine.
    static List<String> decisions(List<AccountRow> a, List<AccountRow> b) {
        var bookA = book(a);
        var bookB = book(b);
        return new Alignment(bookA, bookB)
                .matches().stream()
                        .map(match -> bookA.id(match.a()) + "=" + bookB.id(match.b()) + " " + match.decision())
                        .toList();
    }
}
