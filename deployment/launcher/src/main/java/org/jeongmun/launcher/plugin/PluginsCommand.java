package org.jeongmun.launcher.plugin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.pluginhost.PluginDescription;
import org.jeongmun.pluginhost.PluginSurvey;
import org.jeongmun.spi.SpiVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plugins}: what a start would take in, and what would stop it. Starts nothing. */
@Command(
        name = "plugins",
        description =
                "Lists the plugins that a start takes in (id, version, file, settings, declared paths), and each jar"
                        + " that would stop it, with the reason.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code 1 when a jar is refused."})
public final class PluginsCommand implements Callable<Integer> {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "A folder of plugin jars beside the built-in ones (default: portal.plugins).")
    private Path plugins;

    /** Made by picocli. */
    public PluginsCommand() {}

    @Override
    public Integer call() {
        Optional<Path> folder = Optional.ofNullable(plugins)
                .or(() -> new Settings().value("portal.plugins").map(Path::of));
        PluginSurvey survey = InstalledPlugins.survey(folder);
        Progress progress = new Progress();
        progress.line("SPI %d".formatted(SpiVersion.CURRENT));
        survey.found().forEach(plugin -> describe(plugin, progress));
        survey.refused().forEach((jar, reason) -> {
            progress.line("refused");
            progress.line("  file      " + jar);
            progress.line("  reason    " + reason);
        });
        return (survey.refused().isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }

    private static void describe(PluginDescription plugin, Progress progress) {
        progress.line(plugin.id().value());
        progress.line("  version   " + (plugin.version().isEmpty() ? "not said" : plugin.version()));
        progress.line("  file      " + plugin.jar());
        plugin.settings().forEach((key, meaning) -> progress.line("  setting   %s: %s".formatted(key, meaning)));
        plugin.paths().forEach(path -> progress.line("  path      /lookup/%s/%s".formatted(plugin.id(), path)));
    }
}
