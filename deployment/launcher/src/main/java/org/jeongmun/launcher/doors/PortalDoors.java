package org.jeongmun.launcher.doors;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.doors.inventory.Inventory;
import org.jeongmun.doors.inventory.InventoryReader;
import org.jeongmun.doors.report.Report;
import org.jeongmun.doors.report.ReportText;
import org.jeongmun.doors.trial.Trial;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.PublishedPortal;

/**
 * The doors of a portal that runs, as its management port tells them.
 *
 * @param management where it was asked
 */
record PortalDoors(URI management, Inventory inventory) {
    private static final URI USUAL = URI.create("http://127.0.0.1:9090");
    private static final int TIMEOUT_MILLIS = 10_000;

    /**
     * Finds the portal and asks it.
     *
     * @param given an address of it, public or management
     * @param published what its folder says, if there is one
     * @throws CommandFailure exit code 3, when it is not there or does not tell
     */
    static PortalDoors find(Optional<URI> given, PublishedPortal published) {
        if (given.isEmpty() && published.management().isEmpty()) {
            throw CommandFailure.notThere(
                    "No portal runs on %s: start one, or name the running one with --data or --url."
                            .formatted(published.folder()));
        }
        given.ifPresent(PortalDoors::refuseOtherSchemes);
        Set<URI> candidates = new LinkedHashSet<>();
        given.ifPresent(candidates::add);
        published.management().ifPresent(candidates::add);
        given.ifPresent(url -> {
            candidates.add(USUAL);
            RunningPortals.folders()
                    .map(PublishedPortal::in)
                    .map(PublishedPortal::management)
                    .flatMap(Optional::stream)
                    .forEach(candidates::add);
        });
        Optional<URI> publicUrl = given.or(published::publicUrl);
        for (URI management : candidates) {
            Optional<Inventory> inventory =
                    inventory(management, publicUrl).filter(told -> given.isEmpty() || isOf(told, given.get()));
            if (inventory.isPresent()) {
                return new PortalDoors(management, inventory.get());
            }
        }
        throw CommandFailure.notThere(
                "The portal at %s does not tell its doors: name its folder with --data, or its management address with --url."
                        .formatted(given.or(published::management).orElseThrow()));
    }

    /** @throws CommandFailure exit code 3, when the portal goes away meanwhile */
    Report tryAll(String subject, Progress progress) {
        progress.begin("Knocking at %,d doors".formatted(inventory.doors().size()));
        try {
            Report report = new Trial(inventory, progress::reached).run(subject);
            progress.end(ReportText.verdict(report));
            return report;
        } catch (IOException gone) {
            throw CommandFailure.notThere(
                    "The portal could not be tried to the end: %s.".formatted(gone.getMessage()), gone);
        }
    }

    private static boolean isOf(Inventory inventory, URI given) {
        return inventory.listeners().stream().anyMatch(listener -> listener.port() == given.getPort());
    }

    private static void refuseOtherSchemes(URI url) {
        if (!"http".equals(url.getScheme()) || url.getHost() == null || url.getPort() < 0) {
            throw CommandFailure.wrongUsage(
                    "--url %s: give the portal's own listener, such as http://127.0.0.1:8080.".formatted(url));
        }
    }

    private static Optional<Inventory> inventory(URI management, Optional<URI> publicUrl) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    management.resolve("/desk/doors").toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            try (InputStream body = connection.getInputStream()) {
                String told = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return Optional.of(new InventoryReader(management, publicUrl).read(told));
            }
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
