package dev.tandem.kit.web;

/// Bodies of a `NewNote`.
final class Sample {
    private Sample() {}

    static final String NOTE = """
            {"title": "First", "price": {"amount": "12.50", "currency": "USD"}, "share": "33.34%",
             "lines": [{"reason": {"code": "SOURCED", "sentence": "Acme knew them"}, "weight": 1.5, "open": true}]}
            """;

    static String with(String part, String replacement) {
        if (!NOTE.contains(part)) {
            throw new IllegalArgumentException("the sample holds no " + part);
        }
        return NOTE.replace(part, replacement);
    }
}
