package dev.tandem.kit.web;

import dev.tandem.kit.store.Hash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Signs where a list was left, bound to who read it and what was asked: a cursor of another company, list or filter
/// is as worthless as an invented one. The position can be read by its holder, so it holds only what they have seen.
final class Cursors {
    private static final String VERSION = "1";
    private static final int KEY_MIN = 32;
    private static final int LENGTH_MAX = 2_048;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private final SecretKeySpec key;

    /// @throws IllegalStateException without a key that is long enough
    Cursors(@Nullable String secret) {
        if (secret == null || secret.length() < KEY_MIN) {
            throw new IllegalStateException("tandem.cursor-key must be a secret of at least 32 characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /// @param binding who asks for what; the cursor opens under the same binding only
    String seal(String binding, String position) {
        var text = ENCODER.encodeToString(position.getBytes(StandardCharsets.UTF_8));
        return VERSION + "." + text + "." + ENCODER.encodeToString(signature(binding, position));
    }

    /// The position, or nothing when the cursor was not sealed under this binding.
    Optional<String> open(String binding, String cursor) {
        var parts = cursor.split("\\.", -1);
        if (cursor.length() > LENGTH_MAX || parts.length != 3 || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            var position = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Optional.of(position).filter(_ -> same(seal(binding, position), cursor));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// In constant time, so that the signature cannot be guessed byte by byte.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(String binding, String position) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(Hash.hex(VERSION, binding, position).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
