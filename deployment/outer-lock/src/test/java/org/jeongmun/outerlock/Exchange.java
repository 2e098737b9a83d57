package org.jeongmun.outerlock;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One request and its answer, in memory: the few calls that a lock makes, and a failure for every other. */
final class Exchange {
    final Map<String, String> sent = new TreeMap<>();
    final Map<String, String> headers = new TreeMap<>();
    int status = 200;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final String method;
    private final String target;
    private final int port;
    private final String host;

    Exchange(String method, String target, int port, String host) {
        this.method = method;
        this.target = target;
        this.port = port;
        this.host = host;
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    HttpServletRequest request() {
        return fake(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> target;
            case "getLocalPort" -> port;
            case "getLocalAddr" -> "127.0.0.1";
            case "getProtocol" -> "HTTP/1.1";
            case "isRequestedSessionIdFromURL" -> false;
            case "getHeader" -> sent.get((String) arguments[0]);
            case "getHeaders" -> Collections.enumeration(List.of(host));
            default -> throw new UnsupportedOperationException(name);
        });
    }

    HttpServletResponse response() {
        return fake(HttpServletResponse.class, (name, arguments) -> {
            switch (name) {
                case "reset" -> headers.clear();
                case "setStatus" -> status = (int) arguments[0];
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                case "setContentLength" -> headers.put("Content-Length", String.valueOf(arguments[0]));
                case "isCommitted" -> {
                    return false;
                }
                case "getOutputStream" -> {
                    return stream();
                }
                default -> throw new UnsupportedOperationException(name);
            }
            return null;
        });
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("Nobody waits here: it is always ready.");
            }

            @Override
            public void write(int value) {
                body.write(value);
            }
        };
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
