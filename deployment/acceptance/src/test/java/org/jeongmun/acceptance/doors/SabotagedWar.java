package org.jeongmun.acceptance.doors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jeongmun.acceptance.doors.sabotage.LeakServlet;

/** The ROOT.war that we ship, with a door of every class left open in it. */
final class SabotagedWar {
    private static final String ADDED = """
            <servlet><servlet-name>leak</servlet-name>
              <servlet-class>org.jeongmun.acceptance.doors.sabotage.LeakServlet</servlet-class></servlet>
            <servlet-mapping><servlet-name>leak</servlet-name>
              <url-pattern>/sabotage/servlet</url-pattern><url-pattern>/sabotage/error</url-pattern>
              <url-pattern>/lookup/clinic-lookup-portal/v1/clinics</url-pattern></servlet-mapping>
            <servlet><servlet-name>hidden</servlet-name>
              <servlet-class>org.jeongmun.acceptance.doors.sabotage.LeakServlet</servlet-class></servlet>
            <servlet><servlet-name>dispatch</servlet-name>
              <servlet-class>org.jeongmun.acceptance.doors.sabotage.DispatchServlet</servlet-class></servlet>
            <servlet-mapping><servlet-name>dispatch</servlet-name><url-pattern>/privacy</url-pattern></servlet-mapping>
            <servlet-mapping><servlet-name>default</servlet-name>
              <url-pattern>/slots.json</url-pattern><url-pattern>/index.html</url-pattern></servlet-mapping>
            <error-page><error-code>404</error-code><location>/sabotage/error</location></error-page>
            """;

    private SabotagedWar() {}

    /** Writes a jar with the WAR at the place where portal.jar has its own, for the front of the class path. */
    static void export(Path jar, Path leakyRouteTable) {
        WebArchive war = ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(Path.of(System.getProperty("acceptance.stock", "target/stock"), "ROOT.war")
                        .toFile())
                .as(WebArchive.class);
        String webXml = sabotaged(webXmlOf(war));
        war.delete("WEB-INF/web.xml");
        war.setWebXML(new StringAsset(webXml))
                .addPackage(LeakServlet.class.getPackage())
                .addClass("org.jeongmun.web.gate.LooseGateRegistration")
                .addAsWebInfResource(leakyRouteTable.toFile(), "classes/org/jeongmun/gate/RouteTable.class")
                .addAsWebResource(new StringAsset("{\"slots\": [1]}"), "slots.json")
                .addAsWebResource(new StringAsset("<a href=\"/reserve/clinic\">this way</a>"), "index.html");
        ShrinkWrap.create(JavaArchive.class)
                .add(war, "org/jeongmun/launcher", ZipExporter.class)
                .as(ZipExporter.class)
                .exportTo(jar.toFile());
    }

    private static String sabotaged(String webXml) {
        String loose = replaced(
                webXml, "org.jeongmun.web.gate.GateRegistration", "org.jeongmun.web.gate.LooseGateRegistration");
        String late = replaced(
                loose, "org.jeongmun.web.gate.GateSelfCheck", "org.jeongmun.acceptance.doors.sabotage.EarlyListener");
        String dispatching = replaced(late, "<url-pattern>/privacy</url-pattern>", "");
        String twice = replaced(
                dispatching,
                "<url-pattern>/check-in</url-pattern>",
                "<url-pattern>/check-in</url-pattern><url-pattern>/clinics.xhtml</url-pattern>");
        String anyMethod = replaced(
                twice,
                "<filter-name>method</filter-name>\n        <url-pattern>/*</url-pattern>",
                "<filter-name>method</filter-name>\n        <url-pattern>/reserve/*</url-pattern>");
        return replaced(anyMethod, "</web-app>", ADDED + "</web-app>");
    }

    private static String replaced(String text, String part, String by) {
        if (!text.contains(part)) {
            throw new IllegalStateException("web.xml has no %s any more.".formatted(part));
        }
        return text.replace(part, by);
    }

    private static String webXmlOf(WebArchive war) {
        try (InputStream file = war.get("WEB-INF/web.xml").getAsset().openStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
