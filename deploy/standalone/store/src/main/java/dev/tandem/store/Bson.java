package dev.tandem.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/// Documents as the bytes that are stored. Each decoding gives a copy of its own, so nobody changes a stored document.
final class Bson {

    static final int MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

    private static final int TYPICAL_DOCUMENT_BYTES = 1024;

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
        int length = encode(document).length;
        if (length > MAX_DOCUMENT_BYTES) {
            throw new MongoServerError(
                    10334,
                    "BSONObjectTooLarge",
                    "a document of " + length + " bytes is larger than the " + MAX_DOCUMENT_BYTES + " allowed");
        }
    }
}
