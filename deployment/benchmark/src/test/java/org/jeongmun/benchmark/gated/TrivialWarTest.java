package org.jeongmun.benchmark.gated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The trivial application")
class TrivialWarTest {
    private static final String PORTALS = """
            <web-app>
                <absolute-ordering/>
                <listener>
                    <listener-class>org.jeongmun.web.clinic.DirectoryLifecycle</listener-class>
                </listener>
                <filter><filter-name>load</filter-name></filter>
                <filter-mapping><filter-name>load</filter-name><url-pattern>/*</url-pattern></filter-mapping>
                <servlet><servlet-name>pages</servlet-name></servlet>
                <servlet-mapping><servlet-name>pages</servlet-name><url-pattern>/clinics</url-pattern></servlet-mapping>
                <data-source><name>java:app/jdbc/portal</name></data-source>
            </web-app>
            """;

    @Test
    void hasNothingOfThePortalThatListensFiltersOrServes() {
        String xml = TrivialWar.webXml(PORTALS, Gating.WHOLE);

        assertFalse(xml.contains("DirectoryLifecycle") || xml.contains("<filter") || xml.contains("pages"), xml);
        assertTrue(xml.contains("<absolute-ordering/>") && xml.contains("<data-source>"), xml);
        assertTrue(xml.contains(TrivialServlet.class.getName()), xml);
    }

    @Test
    void differsByTheGateAndNothingElse() {
        String gate =
                "    <listener><listener-class>org.jeongmun.web.gate.GateRegistration</listener-class></listener>\n"
                        + "    <listener><listener-class>org.jeongmun.web.gate.GateSelfCheck</listener-class></listener>\n";

        String gated = TrivialWar.webXml(PORTALS, Gating.WHOLE);

        assertTrue(gated.contains(gate), gated);
        assertEquals(TrivialWar.webXml(PORTALS, Gating.NONE), gated.replace(gate, ""));
    }

    @Test
    void hasNoLockBesideTheEmptyFilter() {
        String empty = TrivialWar.webXml(PORTALS, Gating.EMPTY);

        assertFalse(empty.contains("org.jeongmun.web.gate"), empty);
        assertTrue(empty.contains(EmptyFilter.class.getName()), empty);
        assertFalse(TrivialWar.webXml(PORTALS, Gating.NONE).contains("filter"), "the bare one has none");
    }
}
