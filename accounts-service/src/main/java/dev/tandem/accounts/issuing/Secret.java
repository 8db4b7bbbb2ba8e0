package dev.tandem.accounts.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the ids of one partnership are keyed with. It never leaves the store.
record Secret(String text) {
    private static final String ALGORITHM = "HmacSHA256";

    /// HMAC-SHA256 under it.
    Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(text.getBytes(UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
