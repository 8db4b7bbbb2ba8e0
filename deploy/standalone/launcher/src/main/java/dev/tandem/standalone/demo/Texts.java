package dev.tandem.standalone.demo;

/// What the two companies write to the platform.
final class Texts {
    static final String INVITATION_WITHOUT_REASON = """
            {"name":"Acme and Globex","with":["globex"]}""";
    static final String INVITATION = """
            {"name":"Acme and Globex","with":["globex"],
             "reason":{"code":"GROWTH","sentence":"We meet at the same customers, and lose when we pull apart."}}""";

    /// Tier, lead.
    static final String BOOK_ENTRY = """
            {"tier":"%s","lead":"%s",
             "reason":{"code":"SELL_TOGETHER","sentence":"Both of us are in the building; we sell better together."}}""";

    static final String FIT = """
            {"verdict":"FIT","measures":["Joint deals won a quarter"],
             "customerGains":["One offer instead of two"],
             "reason":{"code":"FIT","sentence":"We meet at the same customers and sell what the other does not."}}""";

    private Texts() {}

    /// All populations are shown where they overlap, the less certain a customer is, with the fewer fields.
    static String revision(String counterpartShare) {
        return """
                {"reason":{"code":"START","sentence":"What we agreed on in the first week of January."},
                 "sharing":{"rules":[
                  {"party":"acme","population":"CUSTOMERS","level":"OVERLAPPING_ACCOUNTS",
                   "fields":["NAME","WEBSITE","CITY","COUNTRY","INDUSTRY","OWNER"]},
                  {"party":"acme","population":"OPEN_OPPORTUNITIES","level":"OVERLAPPING_ACCOUNTS",
                   "fields":["NAME","CITY","COUNTRY","OWNER"]},
                  {"party":"acme","population":"PROSPECTS","level":"OVERLAPPING_ACCOUNTS","fields":["NAME","COUNTRY"]},
                  {"party":"globex","population":"CUSTOMERS","level":"OVERLAPPING_ACCOUNTS",
                   "fields":["NAME","CITY","COUNTRY","OWNER"]},
                  {"party":"globex","population":"OPEN_OPPORTUNITIES","level":"OVERLAPPING_ACCOUNTS",
                   "fields":["NAME","COUNTRY","OWNER"]},
                  {"party":"globex","population":"PROSPECTS","level":"OVERLAPPING_ACCOUNTS","fields":["NAME"]}]},
                 "crediting":{"rules":[{"id":"revenue","creditType":"REVENUE","mode":"SPLIT",
                  "model":{"@type":"Fixed","shares":[
                   {"role":"OWNER","share":"60%%"},{"role":"COUNTERPART","share":"%s"}]}}]}}""".formatted(counterpartShare);
    }
}
