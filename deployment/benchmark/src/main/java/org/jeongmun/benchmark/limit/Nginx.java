package org.jeongmun.benchmark.limit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jeongmun.benchmark.machine.Scratch;

/** One process of Debian's nginx, that sends one file over kept connections on loopback and writes no log of it. */
public final class Nginx implements AutoCloseable {
    /** What it does with its file. */
    public enum Sending {
        /** Opens it for each answer and lets the kernel send it, as Debian's settings say. */
        BY_THE_KERNEL("sendfile on; tcp_nopush on;"),
        /** Keeps it open and sends head and body at once: as fast as it goes, for a page that never changes. */
        KEPT_OPEN("open_file_cache max=10;");

        private final String directives;

        Sending(String directives) {
            this.directives = directives;
        }
    }

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
                %3$s
                default_type text/html;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                server { listen 127.0.0.1:%2$d backlog=4096; root %1$s; }
            }
            """;

    private static final Duration UP_WITHIN = Duration.ofSeconds(20);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(10);

    private final Sending sending;
    private final Path folder;
    private final int port;
    private final Thread stopAtExit = new Thread(this::stop, "nginx-stop");
    private volatile Process process;

    private Nginx(Sending sending, Path folder, int port) {
        this.sending = sending;
        this.folder = folder;
        this.port = port;
    }

    /** Starts one and waits until it takes connections. */
    public static Nginx start(Sending sending, byte[] page) throws IOException {
        Nginx nginx = new Nginx(sending, Scratch.folder("nginx"), Scratch.freePort());
        Runtime.getRuntime().addShutdownHook(nginx.stopAtExit);
        try {
            nginx.launch(page);
            return nginx;
        } catch (IOException | RuntimeException failed) {
            nginx.close();
            throw failed;
        }
    }

    private void launch(byte[] page) throws IOException {
        Files.write(folder.resolve("page"), page);
        Path configuration = Files.writeString(
                folder.resolve("nginx.conf"), CONFIGURATION.formatted(folder, port, sending.directives));
        Path console = folder.resolve("console.log");
        process = new ProcessBuilder("nginx", "-p", folder.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        if (!Scratch.await(UP_WITHIN, process, this::takesConnections)) {
            throw new IOException("nginx did not start: " + Files.readString(console));
        }
    }

    private boolean takesConnections() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @return where its page is */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/page");
    }

    @Override
    public void close() {
        Scratch.notAtExit(stopAtExit);
        stop();
    }

    private synchronized void stop() {
        if (process != null) {
            Scratch.end(process, ENDED_WITHIN);
        }
        Scratch.delete(folder);
    }
}
