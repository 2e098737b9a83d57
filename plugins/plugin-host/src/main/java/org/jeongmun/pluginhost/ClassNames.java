package org.jeongmun.pluginhost;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the texts of a class file's constant pool (JVMS 4.4), in which every class that it extends, implements, calls
 * or is annotated with is named, without loading the class.
 */
final class ClassNames {
    private static final int MAGIC = 0xCAFEBABE;

    private ClassNames() {}

    /**
     * @param classFile a class file from its first byte; read no further than its constant pool
     * @return every text in the pool; class names are written with slashes
     * @throws IOException if this is no class file
     */
    static List<String> mentionedIn(InputStream classFile) throws IOException {
        DataInputStream in = new DataInputStream(classFile);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.readInt();
        int count = in.readUnsignedShort();
        List<String> texts = new ArrayList<>();
        for (int index = 1; index < count; index++) {
            int tag = in.readUnsignedByte();
            if (tag == 1) {
                texts.add(in.readUTF());
            } else {
                in.skipNBytes(lengthOf(tag));
            }
            if (tag == 5 || tag == 6) {
                index++; // long and double take two places in the pool
            }
        }
        return texts;
    }

    private static int lengthOf(int tag) throws IOException {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2; // class, string, method type, module, package
            case 15 -> 3; // method handle
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4; // int, float, references, name and type, dynamic
            case 5, 6 -> 8; // long, double
            default -> throw new IOException("unknown constant " + tag);
        };
    }
}
