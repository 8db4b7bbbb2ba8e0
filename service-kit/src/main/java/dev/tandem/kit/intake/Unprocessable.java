package dev.tandem.kit.intake;

import dev.tandem.contracts.Violation;
import java.util.List;

/// Thrown by a handler for an event that can never be applied as it is: it is parked with these findings, and the
/// others go on.
public final class Unprocessable extends RuntimeException {
    private final transient List<Violation> findings;

    public Unprocessable(List<Violation> findings) {
        super(findings.toString());
        this.findings = List.copyOf(findings);
    }

    public Unprocessable(String field, String rule, String message) {
        this(List.of(new Violation(field, rule, message)));
    }

    public List<Violation> findings() {
        return findings;
    }
}
