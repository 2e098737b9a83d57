package org.jeongmun.web.page;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** An answer that keeps what Faces writes, in UTF-8; nothing of it has gone out yet. For one thread. */
final class WrittenPage extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(bytes, false, StandardCharsets.UTF_8);
    private final ServletOutputStream stream = new Stream();

    WrittenPage(HttpServletResponse response) {
        super(response);
    }

    /** @return all that was written */
    String document() {
        writer.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public void setBufferSize(int size) {
        // It grows by itself.
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void reset() {
        super.reset();
        resetBuffer();
    }

    @Override
    public void resetBuffer() {
        writer.flush();
        bytes.reset();
    }

    private final class Stream extends ServletOutputStream {
        @Override
        public void write(int letter) {
            bytes.write(letter);
        }

        @Override
        public void write(byte[] letters, int from, int length) {
            bytes.write(letters, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("A page is written at once.");
        }
    }
}
