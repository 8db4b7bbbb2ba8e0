package dev.tandem.kit.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// SHA-256 over parts, each preceded by its length, so that no two lists of parts run together to the same hash.
public final class Hash {
    private static final int ID_BYTES = 18;

    private Hash() {}

    /// A URL-safe id of 24 characters (144 bits): the same parts always give the same id.
    public static String id(String... parts) {
        var bytes = new byte[ID_BYTES];
        System.arraycopy(sha256(parts), 0, bytes, 0, ID_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// All 256 bits in lower-case hex.
    public static String hex(String... parts) {
        return HexFormat.of().formatHex(sha256(parts));
    }

    private static byte[] sha256(String... parts) {
        var digest = digest();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
