package org.jeongmun.acceptance.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The border to the plugins")
class PluginBoundaryTest {
    /** Judged as shipped: a library that a plugin carries has been moved into the plugin's own package by then. */
    @Test
    void letsAPluginSeeTheSpiAndTheJdkOnly() {
        Rules.onlyUse(Part.patterns(Part.PLUGINS), Part.patternsAnd(new Part[] {Part.PLUGINS, Part.SPI}, "java.."))
                .check(PortalClasses.all());
    }

    @Test
    void letsNoPluginSeeAnother() {
        slices().matching("org.jeongmun.plugin.(*)..")
                .should()
                .notDependOnEachOther()
                .check(PortalClasses.all());
    }

    @Test
    void isMadeOfNothingButTheJdk() {
        Rules.onlyUse(Part.patterns(Part.SPI), Part.patternsAnd(new Part[] {Part.SPI}, "java.."))
                .check(PortalClasses.all());
    }

    @Test
    void isCrossedByTheHostAloneAndByNamingNoPlugin() {
        Rules.neverUse(Part.patterns(Part.WEB, Part.PLUGIN_HOST, Part.LAUNCHER), Part.PLUGINS.pattern())
                .check(PortalClasses.all());
    }
}
