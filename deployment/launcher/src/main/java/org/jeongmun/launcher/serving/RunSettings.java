package org.jeongmun.launcher.serving;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jeongmun.identity.KeyRing;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.LauncherSetting;
import org.jeongmun.launcher.ReadableFile;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.campaign.CampaignFile;
import org.jeongmun.launcher.campaign.InstalledRules;

/** What {@code run} was told, checked as far as that is possible without starting anything. */
record RunSettings(
        Listeners listeners,
        boolean demo,
        Optional<Instant> demoClock,
        Optional<Path> campaign,
        Optional<Path> plugins,
        Optional<String> secret,
        String publicUrl,
        Duration rehearsal) {
    private static final String PLUGINS = "portal.plugins";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|(?=.*:)[0-9A-Fa-f:.]+");
    private static final Pattern PUBLIC_URL =
            Pattern.compile("https?://(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?/?");

    /** Refuses with exit code 2 what cannot be, before anything slow begins. */
    static RunSettings of(RunOptions options, Settings settings) {
        requireDemoForItsOptions(options);
        Optional<String> secret = secret(settings, options.demo());
        requireSecret("portal.secret.tickets", settings);
        requireSecret("portal.secret.tickets.previous", settings);
        if (!options.demo()) {
            checkIdentityProvider(settings);
        }
        checkTrustedProxies(settings);
        Listeners listeners = Listeners.of(options, settings);
        Optional<Path> plugins =
                options.plugins().or(() -> settings.value(PLUGINS).map(Path::of));
        String named = options.plugins().isPresent() ? "--plugins" : PLUGINS;
        plugins.ifPresent(folder -> ReadableFile.requireFolder(named, folder));
        checkPluginsAndCampaign(plugins, options.campaign());
        return new RunSettings(
                listeners,
                options.demo(),
                options.demoClock(),
                options.campaign(),
                plugins.map(Path::toAbsolutePath),
                secret,
                publicUrl(settings).orElseGet(listeners::localUrl),
                rehearsal(settings));
    }

    /** Asked here already, so that a plugin or a file that is refused is named before there is a database. */
    private static void checkPluginsAndCampaign(Optional<Path> plugins, Optional<Path> campaign) {
        if (plugins.isPresent() || campaign.isPresent()) {
            try (InstalledRules rules = InstalledRules.load(plugins)) {
                campaign.ifPresent(file -> CampaignFile.ofOption(file, rules));
            }
        }
    }

    private static Duration rehearsal(Settings settings) {
        String seconds = settings.value(LauncherSetting.REHEARSAL_SECONDS).orElseThrow();
        if (!SECONDS.matcher(seconds).matches()) {
            throw CommandFailure.wrongUsage(
                    "portal.rehearsal.seconds is no number of seconds: give one such as 60, or 0"
                            + " for no rehearsal.");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static void requireDemoForItsOptions(RunOptions options) {
        if (options.demoClock().isPresent() && !options.demo()) {
            throw CommandFailure.wrongUsage("--demo-clock is for demos alone: add --demo, or leave it out.");
        }
        if (options.campaign().isPresent() && !options.demo()) {
            throw CommandFailure.wrongUsage(
                    "--campaign replaces the demo's story: add --demo, or use `portal.jar campaign apply FILE`.");
        }
    }

    private static Optional<String> secret(Settings settings, boolean demo) {
        Optional<String> secret = requireSecret("portal.secret", settings);
        if (secret.isEmpty() && !demo) {
            throw CommandFailure.wrongUsage(
                    "portal.secret is missing: set it (or PORTAL_SECRET) to 32 or more random bytes in base64.");
        }
        return secret;
    }

    /** @return what is set, if anything is; it is one */
    private static Optional<String> requireSecret(String key, Settings settings) {
        Optional<String> secret = settings.value(key);
        if (secret.isPresent() && KeyRing.secret(secret.get()).isEmpty()) {
            throw CommandFailure.wrongUsage(
                    "%s is not 32 or more bytes in base64: make one with `openssl rand -base64 32`.".formatted(key));
        }
        return secret;
    }

    private static Optional<String> publicUrl(Settings settings) {
        Optional<String> url = settings.value("portal.public.url");
        if (url.isPresent() && !PUBLIC_URL.matcher(url.get()).matches()) {
            throw CommandFailure.wrongUsage("portal.public.url is no address such as https://booking.example.org: give"
                    + " http or https, the host, and the port where it is not the usual one.");
        }
        return url;
    }

    /** What is no address would match nobody, and everybody behind the proxy would count as one. */
    private static void checkTrustedProxies(Settings settings) {
        for (String proxy : settings.value("portal.trusted.proxies").orElse("").split("[,\\s]+")) {
            if (!proxy.isEmpty() && !isAddress(proxy)) {
                throw CommandFailure.wrongUsage(
                        "portal.trusted.proxies: list addresses such as 10.0.0.5, 10.0.0.6; names and"
                                + " networks are not understood.");
            }
        }
    }

    /** No name service is asked: what has neither a point between numbers nor a colon is a name. */
    private static boolean isAddress(String text) {
        try {
            return ADDRESS.matcher(text).matches()
                    && !InetAddress.getByName(text).getHostAddress().isEmpty();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    private static void checkIdentityProvider(Settings settings) {
        String named = settings.value(LauncherSetting.IDENTITY_PROVIDER).orElse(null);
        throw CommandFailure.wrongUsage(
                named == null
                        ? "portal.identity.provider is missing: outside a demo citizens need an identity provider; or add --demo."
                        : "portal.identity.provider %s: this release has no identity provider of that name; or add --demo."
                                .formatted(named));
    }
}
