package org.jeongmun.benchmark.gated;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The portal's own ROOT.war, reduced to the {@link TrivialServlet} and what the gate needs: the schedule is read in
 * all, and they differ in what stands before the servlet and in nothing else.
 */
final class TrivialWar {
    /** Where the servlet is: a look-up, so that the gate has to know what the portal is now. */
    static final String PATH = "/clinics";

    /** Not asked of the classes themselves: what they are made from is in the server alone. */
    private static final String SERVLET_CLASS = "org.jeongmun.benchmark.gated.TrivialServlet";

    private static final String FILTER_CLASS = "org.jeongmun.benchmark.gated.EmptyFilter";

    private static final String ROOT_WAR = "org/jeongmun/launcher/ROOT.war";
    private static final String WEB_XML = "WEB-INF/web.xml";
    private static final String ALL_THAT_ANSWERS =
            "(?s)\\s*<(listener|filter|filter-mapping|servlet|servlet-mapping)>.*?</\\1>";
    private static final List<String> KNOWS =
            List.of("org.jeongmun.web.lookup.PluginLifecycle", "org.jeongmun.web.state.StateLifecycle");
    private static final List<String> GATE =
            List.of("org.jeongmun.web.gate.GateRegistration", "org.jeongmun.web.gate.GateSelfCheck");
    private static final String SERVLET = """
                <servlet><servlet-name>trivial</servlet-name>
                    <servlet-class>%s</servlet-class><load-on-startup>1</load-on-startup></servlet>
                <servlet-mapping><servlet-name>trivial</servlet-name><url-pattern>%s</url-pattern></servlet-mapping>
            """.formatted(SERVLET_CLASS, PATH);
    private static final String EMPTY_FILTER = """
                <filter><filter-name>empty</filter-name><filter-class>%s</filter-class></filter>
                <filter-mapping><filter-name>empty</filter-name><url-pattern>/*</url-pattern></filter-mapping>
            """.formatted(FILTER_CLASS);

    private TrivialWar() {}

    /** Makes one out of the ROOT.war that lies in a portal.jar. */
    static void write(Path portalJar, Path war, Gating gating) throws IOException {
        try (ZipFile portal = new ZipFile(portalJar.toFile());
                ZipInputStream from = new ZipInputStream(portal.getInputStream(portal.getEntry(ROOT_WAR)));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(war))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                put(to, entry.getName(), entry.getName().equals(WEB_XML) ? webXml(content, gating) : content);
            }
            for (String name : List.of(SERVLET_CLASS, FILTER_CLASS)) {
                String file = name.replace('.', '/') + ".class";
                try (InputStream compiled = TrivialWar.class.getResourceAsStream("/" + file)) {
                    put(to, "WEB-INF/classes/" + file, compiled.readAllBytes());
                }
            }
        }
    }

    private static void put(ZipOutputStream to, String name, byte[] content) throws IOException {
        to.putNextEntry(new ZipEntry(name));
        to.write(content);
        to.closeEntry();
    }

    private static byte[] webXml(byte[] original, Gating gating) {
        return webXml(new String(original, StandardCharsets.UTF_8), gating).getBytes(StandardCharsets.UTF_8);
    }

    /** @return the portal's {@code web.xml} with one servlet instead of everything that listens, filters and serves */
    static String webXml(String original, Gating gating) {
        String listeners = Stream.concat(KNOWS.stream(), gating == Gating.WHOLE ? GATE.stream() : Stream.empty())
                .map("    <listener><listener-class>%s</listener-class></listener>\n"::formatted)
                .collect(Collectors.joining());
        String filter = gating == Gating.EMPTY ? EMPTY_FILTER : "";
        return original.replaceAll(ALL_THAT_ANSWERS, "")
                .replace("</web-app>", listeners + filter + SERVLET + "</web-app>");
    }
}
