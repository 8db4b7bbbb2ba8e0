package dev.tandem.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Documents as the bytes that are stored. Each decoding gives a copy of its own, so nobody changes a stored document.
final class Bson {

    static final int MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

    private static final int TYPICAL_DOCUMENT_BYTES = 1024;

    /// No number, nor what goes before and after a text, takes more.
    private static final int NUMBER_BYTES = 16;

    private static final int CHAR_BYTES = 3;

    private Bson() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(TYPICAL_DOCUMENT_BYTES);
        BsonEncoder.encodeDocument(document, buffer);
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /// Refuses what could not be written, before anything has been changed for it.
    static void requireStorable(Document document) {
        if (atMost(document) > MAX_DOCUMENT_BYTES) {
            requireSize(encode(document).length);
        }
    }

    private static void requireSize(int length) {
        if (length > MAX_DOCUMENT_BYTES) {
            throw new MongoServerError(
                    10334,
                    "BSONObjectTooLarge",
                    "a document of " + length + " bytes is larger than the " + MAX_DOCUMENT_BYTES + " allowed");
        }
    }

    /// A size that the value's bytes do not exceed, found without writing them; more than is allowed for what is
    /// seldom seen.
    private static long atMost(@Nullable Object value) {
        return switch (value) {
            case null -> NUMBER_BYTES;
            case String text -> NUMBER_BYTES + (long) CHAR_BYTES * text.length();
            case Integer _, Long _, Double _, Boolean _, Instant _, ObjectId _, UUID _, Decimal128 _ ->
                2 * NUMBER_BYTES;
            case BinData data -> 2 * NUMBER_BYTES + (long) data.getData().length;
            case Document document -> atMost(document);
            case Collection<?> values ->
                NUMBER_BYTES
                        + values.stream()
                                .mapToLong(each -> 2 * NUMBER_BYTES + atMost(each))
                                .sum();
            default -> MAX_DOCUMENT_BYTES + 1L;
        };
    }

    private static long atMost(Document document) {
        long bytes = NUMBER_BYTES;
        for (Map.Entry<String, Object> field : document.entrySet()) {
            bytes += NUMBER_BYTES + (long) CHAR_BYTES * field.getKey().length() + atMost(field.getValue());
        }
        return bytes;
    }
}
