package org.jeongmun.pluginhost;

import static org.jeongmun.pluginhost.JarBuilder.jar;

/** Jars of look-up plugins whose only path is {@code v1/clinics}. */
final class LookupJar {
    private LookupJar() {}

    /** @param body of the method {@code answer(request, availability)} */
    static PluginJar of(String id, String body) {
        return jar(id + ".jar")
                .source("look.Up", """
                        package look;
                        import java.util.*;
                        import org.jeongmun.spi.*;
                        public final class Up implements ClinicLookupPlugin {
                            private Availability kept;
                            private static int times;
                            public PluginId id() { return new PluginId("%s"); }
                            public Set<String> paths() { return Set.of("v1/clinics"); }
                            public LookupAnswer answer(LookupRequest request, Availability availability) { %s }
                        }
                        """.formatted(id, body))
                .file("META-INF/services/org.jeongmun.spi.ClinicLookupPlugin", "look.Up")
                .build();
    }
}
