package org.jeongmun.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Debian's own browser, without a window. It is started once for the whole run, which costs more than most tests. */
final class Chromium implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private Browser browser;

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
    }

    static Chromium start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Chromium chromium = new Chromium(playwright);
        try {
            chromium.launch();
            return chromium;
        } catch (RuntimeException failed) {
            playwright.close();
            throw failed;
        }
    }

    private void launch() {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setTimeout(120_000)
                        .setArgs(QUIET));
    }

    private static Path executable() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(
                () -> new IllegalStateException("chromium is missing: as root, run `apt-get install -y chromium`."));
    }

    /** @return the browser; a new one when the last has died, which is one test's failure and not all others' */
    Browser browser() {
        if (!browser.isConnected()) {
            launch();
        }
        return browser;
    }

    @Override
    public void close() {
        // With it goes every browser that it has launched.
        playwright.close();
    }
}
