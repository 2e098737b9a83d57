package org.jeongmun.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Several texts as one run of bytes, each after its length, so that no two different lists look the same. */
public final class Fields {
    private Fields() {}

    /** @return the bytes of these texts */
    public static byte[] toBytes(List<String> fields) {
        List<byte[]> texts = new ArrayList<>(fields.size());
        int length = 0;
        for (String field : fields) {
            byte[] text = field.getBytes(StandardCharsets.UTF_8);
            texts.add(text);
            length += Integer.BYTES + text.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        texts.forEach(text -> bytes.putInt(text.length).put(text));
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when the bytes are no such list
     */
    public static List<String> fromBytes(byte[] bytes) {
        List<String> fields = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            int length = buffer.remaining() < Integer.BYTES ? -1 : buffer.getInt();
            if (length < 0 || length > buffer.remaining()) {
                throw new IllegalArgumentException("These bytes are no list of texts.");
            }
            fields.add(new String(bytes, buffer.position(), length, StandardCharsets.UTF_8));
            buffer.position(buffer.position() + length);
        }
        return fields;
    }
}
