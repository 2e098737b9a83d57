package org.jeongmun.benchmark.limit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Debian's nginx, one worker, that sends one file over kept connections on loopback. */
public final class Nginx implements AutoCloseable {
    private static final String CONFIGURATION = """
            daemon off;
            master_process off;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 4096; }
            http {
                access_log off;
                keepalive_requests 100000000;
                tcp_nodelay on;
                open_file_cache max=10;
                default_type text/html;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                server { listen 127.0.0.1:%2$d backlog=4096; root %1$s; }
            }
            """;

    private final Path folder;
    private final Process process;
    private final int port;

    private Nginx(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Starts one and waits until it takes connections. */
    public static Nginx sending(byte[] page) throws IOException {
        Path folder = Files.createTempDirectory("jeongmun-nginx-");
        Files.write(folder.resolve("page"), page);
        int port = freePort();
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(folder, port));
        Process process = new ProcessBuilder("nginx", "-p", folder.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile())
                .start();
        Nginx nginx = new Nginx(folder, process, port);
        nginx.awaitUp();
        return nginx;
    }

    /** @return where its page is */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/page");
    }

    private void awaitUp() throws IOException {
        while (process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        String said = Files.readString(folder.resolve("console.log"));
        close();
        throw new IOException("nginx did not start: " + said);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
