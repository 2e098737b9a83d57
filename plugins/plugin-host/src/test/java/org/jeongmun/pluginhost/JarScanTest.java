package org.jeongmun.pluginhost;

import static org.jeongmun.pluginhost.JarBuilder.jar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A plugin jar is refused by name")
class JarScanTest {
    private static final String YES = "return Verdict.member(\"YES\");";

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "@jakarta.servlet.annotation.WebServlet(\"/x\") public class Door {}",
                "@jakarta.servlet.annotation.WebFilter(\"/*\") public class Door {}",
                "@jakarta.servlet.annotation.WebListener public class Door {}",
                "public class Door extends jakarta.servlet.http.HttpServlet {}",
                "public abstract class Door implements jakarta.servlet.Filter {}",
                "public class Door implements jakarta.servlet.ServletContextListener {}",
                "public abstract class Door implements jakarta.servlet.ServletContainerInitializer {}",
                "@jakarta.servlet.annotation.HandlesTypes(Runnable.class) public class Door {}",
                "@jakarta.websocket.server.ServerEndpoint(\"/x\") public class Door {}",
                "public abstract class Door extends jakarta.websocket.Endpoint {}",
                "public abstract class Door implements jakarta.websocket.server.ServerApplicationConfig {}",
                "public abstract class Door implements jakarta.websocket.server.ServerEndpointConfig {}",
                "@jakarta.ws.rs.ext.Provider public class Door {}",
                "@jakarta.ws.rs.Path(\"/x\") public class Door {}",
                "public class Door { @jakarta.ws.rs.GET public String get() { return null; } }",
                "@jakarta.ws.rs.ApplicationPath(\"/\") public class Door extends jakarta.ws.rs.core.Application {}",
                "public abstract class Door implements jakarta.enterprise.inject.spi.Extension {}",
                "@jakarta.ejb.Stateless public class Door {}",
                "public class Door { java.util.List<jakarta.servlet.Servlet> hidden; }"
            })
    void whenAClassOfItIsADoor(String source) {
        String message = refusal(jar("hostile.jar")
                .rule("one.Rule", "cohort-hostile", YES)
                .source("two.Door", "package two; " + source));
        assertTrue(message.contains("hostile.jar is refused: class two.Door is or uses "), message);
        assertTrue(message.contains("(") && message.contains("jakarta."), message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "META-INF/resources/index.html, a web resource",
        "META-INF/resources/js/app.js, a web resource",
        "meta-inf/RESOURCES/index.html, a web resource",
        "META-INF/web-fragment.xml, a web fragment",
        "WEB-INF/web.xml, part of a web application",
        "META-INF/faces-config.xml, a Faces artefact",
        "META-INF/more.taglib.xml, a Faces artefact",
        "META-INF/more.tld, a tag library",
        "META-INF/tags/more.tag, a tag library",
        "META-INF/beans.xml, a descriptor of beans",
        "META-INF/ejb-jar.xml, a descriptor of beans",
        "org/jeongmun/spi/PluginId.txt, a copy of the SPI",
        "META-INF/services/jakarta.servlet.ServletContainerInitializer, 'the entry of a servlet, filter, listener'",
        "META-INF/services/jakarta.websocket.server.ServerEndpointConfig$Configurator, 'the entry of a WebSocket endpoint'",
        "META-INF/services/jakarta.ws.rs.ext.RuntimeDelegate, 'the entry of a JAX-RS resource'",
        "META-INF/services/jakarta.enterprise.inject.spi.Extension, 'the entry of a CDI bean or extension'"
    })
    void whenAFileOfItIsADoor(String path, String what) {
        String message = refusal(
                jar("hostile.jar").rule("one.Rule", "cohort-hostile", YES).file(path, "any"));
        assertTrue(message.contains("hostile.jar is refused: " + path + " is " + what), message);
    }

    @Test
    void whenAClassForAnotherJavaVersionIsADoor() {
        String message = refusal(jar("hostile.jar")
                .rule("one.Rule", "cohort-hostile", YES)
                .file("META-INF/versions/17/two/Door.class", "not a class at all"));
        assertTrue(message.contains("hostile.jar cannot be read"), message);
    }

    @Test
    void whenItsManifestWouldLoadAnotherJar() {
        String message = refusal(jar("hostile.jar")
                .rule("one.Rule", "cohort-hostile", YES)
                .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nClass-Path: more.jar\r\n\r\n"));
        assertTrue(message.contains("META-INF/MANIFEST.MF has a Class-Path"), message);
    }

    @Test
    void withEverythingThatIsWrongWithIt() {
        String message = refusal(jar("hostile.jar")
                .source("two.First", "package two; @jakarta.ws.rs.Path(\"/x\") public class First {}")
                .source("two.Second", "package two; public class Second extends jakarta.servlet.http.HttpServlet {}")
                .file("META-INF/resources/index.html", "hello"));
        for (String part : List.of("class two.First", "class two.Second", "META-INF/resources/index.html")) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void unlessItHoldsNothingButPlugins() {
        PluginJar harmless = jar("harmless.jar")
                .rule(
                        "one.Rule",
                        "cohort-harmless",
                        "String x = \"jakarta.servlet.Filter\"; return Verdict.member(\"YES\");")
                .file("META-INF/LICENSE", "free")
                .build();
        try (Plugins plugins = Plugins.load(List.of(harmless))) {
            assertEquals(1, plugins.eligibilityIds().size());
        }
    }

    private static String refusal(JarBuilder jar) {
        PluginJar built = jar.build();
        return assertThrows(
                        PluginsRefusedException.class,
                        () -> Plugins.load(List.of(built)).close())
                .getMessage();
    }
}
