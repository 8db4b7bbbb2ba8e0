package dev.tandem.standalone.demo;

/// Where things are.
final class Paths {
    private Paths() {}

    static String roster(String partnership) {
        return "/roster/partnerships/" + partnership;
    }

    static String of(String partnership) {
        return "/accounts/partnerships/" + partnership;
    }

    static String jointAccount(String partnership, String jointAccount) {
        return of(partnership) + "/joint-accounts/" + jointAccount;
    }

    static String credit(String partnership) {
        return "/credit/partnerships/" + partnership;
    }
}
