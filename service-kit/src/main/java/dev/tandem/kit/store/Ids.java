package dev.tandem.kit.store;

import java.security.SecureRandom;
import java.util.Base64;

/// Issues ids that nobody can guess or derive.
@FunctionalInterface
public interface Ids {
    String next();

    /// 144 random bits, URL-safe, 24 characters.
    static Ids random() {
        var random = new SecureRandom();
        return () -> {
            var bytes = new byte[18];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }
}
