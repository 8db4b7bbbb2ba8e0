package dev.tandem.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/// How a [Key] lies in the file.
final class KeyType extends BasicDataType<Key> {

    static final KeyType INSTANCE = new KeyType();

    private static final int OBJECT_HEADERS_BYTES = 40;

    private KeyType() {}

    @Override
    public int compare(Key left, Key right) {
        return left.compareTo(right);
    }

    @Override
    public int getMemory(Key key) {
        return OBJECT_HEADERS_BYTES + key.bytes().length;
    }

    @Override
    public void write(WriteBuffer buffer, Key key) {
        buffer.putVarInt(key.bytes().length).put(key.bytes());
    }

    @Override
    public Key read(ByteBuffer buffer) {
        byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return new Key(bytes);
    }

    @Override
    public Key[] createStorage(int size) {
        return new Key[size];
    }
}
