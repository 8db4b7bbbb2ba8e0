package dev.tandem.engine;

/// What two accounts of one book are told apart by: hashes, 0 for what is not known.
///
/// @param name of the words of the name, without its legal form
/// @param parent of the parent's id
record Features(
        long name,
        long parent,
        long domain,
        long phone,
        long registration,
        long street,
        long postcode,
        long city,
        int country,
        int legalForm) {

    /// Reads accounts; one instance a thread.
    static final class Reader {
        private final Book book = new Book();

        Features of(AccountRow account) {
            book.clear();
            var row = book.add(account);
            return new Features(
                    book.fact(row, Book.NAME),
                    book.fact(row, Book.PARENT),
                    book.fact(row, Book.DOMAIN),
                    book.fact(row, Book.PHONE),
                    book.fact(row, Book.REGISTRATION),
                    book.fact(row, Book.STREET),
                    book.fact(row, Book.POSTCODE),
                    book.fact(row, Book.CITY),
                    book.country(row),
                    book.legalForm(row));
        }
    }

    /// Whether nothing that is known of both differs. A parent and its child differ.
    boolean agrees(Features other) {
        return parent == other.parent
                && agree(domain, other.domain)
                && agree(phone, other.phone)
                && agree(registration, other.registration)
                && agree(street, other.street)
                && agree(postcode, other.postcode)
                && agree(city, other.city)
                && agree(country, other.country)
                && agree(legalForm, other.legalForm);
    }

    private static boolean agree(long mine, long theirs) {
        return mine == 0 || theirs == 0 || mine == theirs;
    }
}
