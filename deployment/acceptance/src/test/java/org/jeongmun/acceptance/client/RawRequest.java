package org.jeongmun.acceptance.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request spelled byte by byte: clients repair or refuse what an attacker does not. */
public final class RawRequest {
    private static final int PATIENCE_IN_MILLISECONDS = 15_000;

    private final String method;
    private final String target;
    private String version = "HTTP/1.1";
    private String headers = "";
    private String body = "";
    private String from = "";

    private RawRequest(String method, String target) {
        this.method = method;
        this.target = target;
    }

    /** A request with that line, and {@code Host} and {@code Connection: close} unless told otherwise. */
    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target);
    }

    /** Speaks that version, such as {@code HTTP/1.0}. */
    public RawRequest version(String spoken) {
        version = spoken;
        return this;
    }

    /** Adds a header line. */
    public RawRequest header(String name, String value) {
        headers += name + ": " + value + "\r\n";
        return this;
    }

    /** Adds a body of that type, with its length. */
    public RawRequest body(String type, String content) {
        body = content;
        int length = content.getBytes(StandardCharsets.UTF_8).length;
        return header("Content-Type", type).header("Content-Length", Integer.toString(length));
    }

    /** Comes from that address of this machine. */
    public RawRequest from(String address) {
        from = address;
        return this;
    }

    /** Sends it to the listener of {@code base} and reads until the other side has closed. */
    public RawResponse sendTo(URI base) {
        boolean hostGiven = ("\r\n" + headers).contains("\r\nHost: ");
        String host = hostGiven ? "" : "Host: " + base.getAuthority() + "\r\n";
        boolean connectionGiven = headers.contains("Connection: ");
        String connection = connectionGiven ? "" : "Connection: close\r\n";
        return exchange(
                from,
                base,
                method + " " + target + " " + version + "\r\n" + host + connection + headers + "\r\n" + body);
    }

    /** Sends exactly these characters and reads until the other side has closed. */
    public static RawResponse exchange(URI base, String characters) {
        return exchange("", base, characters);
    }

    private static RawResponse exchange(String from, URI base, String characters) {
        try (Socket socket = new Socket()) {
            if (!from.isEmpty()) {
                socket.bind(new InetSocketAddress(from, 0));
            }
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), 4 * PATIENCE_IN_MILLISECONDS);
            socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
            OutputStream out = socket.getOutputStream();
            out.write(characters.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return RawResponse.read(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "No answer to " + characters.lines().findFirst().orElse(""), failed);
        }
    }
}
