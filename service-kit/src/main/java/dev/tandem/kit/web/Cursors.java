package dev.tandem.kit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.kit.store.Hash;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Seals where a list was left, bound to who read it and what was asked: a cursor of another company, list or filter
/// is as worthless as an invented one, and nobody can read the position, which may be a key that its holder must not
/// know. The same position is always the same cursor, so that equal answers are equal byte for byte.
final class Cursors {
    private static final String VERSION = "2";
    private static final int KEY_MIN = 32;
    private static final int LENGTH_MAX = 2_048;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private final SecretKeySpec nonces;
    private final SecretKeySpec positions;

    /// @throws IllegalStateException without a key that is long enough
    Cursors(@Nullable String secret) {
        if (secret == null || secret.length() < KEY_MIN) {
            throw new IllegalStateException("tandem.cursor-key must be a secret of at least 32 characters");
        }
        var key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
        this.nonces = new SecretKeySpec(mac(key, "nonces"), "HmacSHA256");
        this.positions = new SecretKeySpec(mac(key, "positions"), "AES");
    }

    /// @param binding who asks for what; the cursor opens under the same binding only
    String seal(String binding, String position) {
        // A nonce that is made of what is sealed never seals two different positions.
        var nonce = Arrays.copyOf(mac(nonces, Hash.hex(VERSION, binding, position)), NONCE_BYTES);
        var sealed = cipher(Cipher.ENCRYPT_MODE, binding, nonce, position.getBytes(UTF_8));
        var bytes = ByteBuffer.allocate(nonce.length + sealed.orElseThrow().length);
        bytes.put(nonce).put(sealed.orElseThrow());
        return VERSION + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// The position, or nothing when the cursor was not sealed under this binding.
    Optional<String> open(String binding, String cursor) {
        var prefix = VERSION + ".";
        if (cursor.length() > LENGTH_MAX || !cursor.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor.substring(prefix.length()));
            return opened(binding, bytes).filter(position -> same(seal(binding, position), cursor));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<String> opened(String binding, byte[] bytes) {
        if (bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        var sealed = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
        return cipher(Cipher.DECRYPT_MODE, binding, nonce, sealed).map(position -> new String(position, UTF_8));
    }

    /// In constant time, so that a cursor cannot be guessed byte by byte.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    /// Nothing for what was sealed with another key or under another binding.
    private Optional<byte[]> cipher(int mode, String binding, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, positions, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(Hash.hex(VERSION, binding).getBytes(UTF_8));
            return Optional.of(cipher.doFinal(text));
        } catch (AEADBadTagException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES in GCM", impossible);
        }
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
