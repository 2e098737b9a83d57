package org.jeongmun.outerlock;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;

/**
 * An answer of the lock after which the connection lasts. The server ends every connection with a 503, as if something
 * had broken. But shut is what is asked most, by people who ask again at once: each would have to connect anew, and
 * with TLS, in the second of the opening. The server sends a head as it stands when told so; what it would have added
 * to it is added here.
 */
final class LastingAnswer extends HttpServletResponseWrapper {
    private final HttpResponsePacket packet;

    private LastingAnswer(HttpServletResponse response, HttpResponsePacket packet) {
        super(response);
        this.packet = packet;
    }

    /** @return the response to answer with; a lasting one only for who reads, sends nothing along and means to stay */
    static HttpServletResponse to(Request request, Response response) {
        HttpRequestPacket asked = request.getCoyoteRequest().getRequest();
        boolean stays = asked.getProtocol() == Protocol.HTTP_1_1
                && asked.getProcessingState().isKeepAlive()
                && (Method.GET.equals(asked.getMethod()) || Method.HEAD.equals(asked.getMethod()))
                && !asked.isExpectContent();
        HttpServletResponse plain = response.getResponse();
        return stays ? new LastingAnswer(plain, response.getCoyoteResponse().getResponse()) : plain;
    }

    /** Whoever begins to write is through with the head. */
    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (getStatus() == SC_SERVICE_UNAVAILABLE && !packet.isIgnoreContentModifiers() && !isCommitted()) {
            finishHead();
        }
        return super.getOutputStream();
    }

    private void finishHead() {
        MimeHeaders headers = packet.getHeaders();
        if (packet.getContentLength() < 0 || headers.getValue(Header.Connection) != null) {
            return;
        }
        headers.setValue(Header.ContentType).setString(getContentType());
        headers.setValue(Header.ContentLength).setString(Long.toString(packet.getContentLength()));
        headers.setValue(Header.Date).setBytes(FastHttpDateFormat.getCurrentDateBytes());
        packet.setIgnoreContentModifiers(true);
    }

    @Override
    public void reset() {
        super.reset();
        packet.setIgnoreContentModifiers(false);
    }
}
