package dev.tandem.kit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Marks that stand for what is not to be told: HMAC-SHA256 under a secret of the installation, cut to 144 bits. The
/// same thing has the same mark in every service; whoever does not know the secret can neither turn a mark back nor
/// try out who it could be.
public final class Marks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_MIN = 32;
    private static final int MARK_BYTES = 18;

    private final SecretKeySpec key;

    /// @throws IllegalStateException without a secret that is long enough
    public Marks(@Nullable String secret) {
        if (secret == null || secret.length() < SECRET_MIN) {
            throw new IllegalStateException("tandem.mark-key must be a secret of at least 32 characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    /// URL-safe, 24 characters.
    public String of(String... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var bytes = mac.doFinal(Hash.hex(parts).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, MARK_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    /// What stands for the id of a user who was erased, so that what the CRM still says under the id is not taken for
    /// somebody new.
    public CrmId erased(CompanyId company, CrmId user) {
        return CrmId.erased(of("erased user", company.value(), user.value()));
    }
}
