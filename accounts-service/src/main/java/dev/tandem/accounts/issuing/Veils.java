package dev.tandem.accounts.issuing;

import dev.tandem.contracts.PartnershipId;
import java.util.function.LongUnaryOperator;
import org.springframework.stereotype.Component;

/// Hides hashes of what accounts say, where they are told on topics: without it, whoever reads these finds out the
/// names and domains by trying all that there are. Only those who read the store can show them again.
@Component
public class Veils {
    private final Secrets secrets;

    Veils(Secrets secrets) {
        this.secrets = secrets;
    }

    /// Hides numbers one after the other, and shows them in the same order.
    ///
    /// @param nonce drawn anew for whatever is hidden
    public LongUnaryOperator of(PartnershipId partnership, String nonce) {
        return new Veil(secrets.of(partnership), nonce);
    }
}
