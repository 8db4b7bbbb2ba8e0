package dev.tandem.accounts.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.function.LongUnaryOperator;
import javax.crypto.Mac;

/// Hides numbers, and shows those that it has hidden if it gets them in the same order: each is added, bit by bit,
/// to HMAC-SHA256 of the nonce and a count under the secret. What is hidden tells nothing, not even whether two
/// numbers are the same, as long as nothing else is hidden under the nonce. Not safe for several threads.
final class Veil implements LongUnaryOperator {
    private final Mac mac;
    private final String nonce;
    private ByteBuffer pad = ByteBuffer.allocate(0);
    private long pads;

    Veil(Secret secret, String nonce) {
        mac = secret.mac();
        this.nonce = nonce;
    }

    @Override
    public long applyAsLong(long number) {
        if (!pad.hasRemaining()) {
            pad = ByteBuffer.wrap(mac.doFinal(("veil/" + nonce + "/" + pads++).getBytes(UTF_8)));
        }
        return number ^ pad.getLong();
    }
}
