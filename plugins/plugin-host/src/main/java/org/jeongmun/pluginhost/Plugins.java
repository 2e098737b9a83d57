package org.jeongmun.pluginhost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.PluginId;

/**
 * The plugins of this installation, each from a jar of its own. Loaded once, at start; safe for many threads; needs no
 * container. Closing it ends the class loaders and removes the temporary copies of the jars.
 */
public final class Plugins implements AutoCloseable {
    private final List<OpenedJar> jars = new ArrayList<>();
    private final SortedMap<String, LoadedPlugin<EligibilityPlugin>> eligibility = new TreeMap<>();
    private final SortedMap<String, LoadedPlugin<ClinicLookupPlugin>> lookups = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> lookupPaths = new TreeMap<>();

    private Plugins() {}

    /**
     * Checks jars and creates the plugins in them.
     *
     * @param jars the built-in ones and those of the operator's folder, each loaded apart from all others
     * @return the plugins; the caller closes them
     * @throws PluginsRefusedException if a jar carries what it must not or no plugin at all, if a plugin cannot be
     *     created, or if two have one id; the message names the jars
     */
    public static Plugins load(List<PluginJar> jars) {
        Plugins plugins = new Plugins();
        try {
            for (PluginJar jar : jars) {
                plugins.add(jar);
            }
            return plugins;
        } catch (RuntimeException e) {
            plugins.close();
            throw e;
        }
    }

    /** @return the ids of the plugins that a campaign file can name as a rule, in order */
    public List<PluginId> eligibilityIds() {
        return eligibility.values().stream().map(LoadedPlugin::id).toList();
    }

    /** @return the exact sub-paths below {@code /lookup/{id}/} that each look-up plugin declared, by its id */
    public SortedMap<String, SortedSet<String>> lookupPaths() {
        return Collections.unmodifiableSortedMap(lookupPaths);
    }

    /** @return a line for each plugin, its id and its jar, in order of kind and id; for the operator */
    public List<String> descriptions() {
        return Stream.concat(eligibility.values().stream(), lookups.values().stream())
                .map(plugin -> plugin.id() + " " + plugin.jar())
                .toList();
    }

    /** @return what each plugin says of itself, in order of kind and id */
    public List<PluginDescription> details() {
        return Stream.concat(
                        eligibility.values().stream().map(PluginDescription::ofRule),
                        lookups.values().stream()
                                .map(plugin -> PluginDescription.ofLookup(
                                        plugin, lookupPaths.get(plugin.id().value()))))
                .toList();
    }

    Optional<LoadedPlugin<EligibilityPlugin>> eligibility(String id) {
        return Optional.ofNullable(eligibility.get(id));
    }

    Optional<LoadedPlugin<ClinicLookupPlugin>> lookup(String id) {
        return Optional.ofNullable(lookups.get(id));
    }

    /** Ends the class loaders; no plugin may be called afterwards. */
    @Override
    public void close() {
        jars.forEach(OpenedJar::close);
    }

    private void add(PluginJar jar) {
        OpenedJar opened = OpenedJar.open(jar);
        jars.add(opened);
        for (LoadedPlugin<EligibilityPlugin> plugin : opened.plugins(EligibilityPlugin.class, EligibilityPlugin::id)) {
            refuseSecond(plugin);
            eligibility.put(plugin.id().value(), plugin);
        }
        for (LoadedPlugin<ClinicLookupPlugin> plugin :
                opened.plugins(ClinicLookupPlugin.class, ClinicLookupPlugin::id)) {
            refuseSecond(plugin);
            lookups.put(plugin.id().value(), plugin);
            lookupPaths.put(plugin.id().value(), LookupPaths.declaredBy(plugin));
        }
        opened.refuseIfEmpty();
    }

    private void refuseSecond(LoadedPlugin<?> second) {
        String id = second.id().value();
        LoadedPlugin<?> first = eligibility.containsKey(id) ? eligibility.get(id) : lookups.get(id);
        if (first != null) {
            throw new PluginsRefusedException(
                    "Two plugins call themselves '%s': %s in %s and %s in %s. Remove one of them."
                            .formatted(id, first.className(), first.jar(), second.className(), second.jar()));
        }
    }
}
