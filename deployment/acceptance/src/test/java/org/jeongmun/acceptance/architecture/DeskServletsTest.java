package org.jeongmun.acceptance.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.jeongmun.web.desk.DeskGuard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A page of elsewhere may have given its own name to this machine, and then shares an origin with the desk. */
@DisplayName("A servlet of the desk")
class DeskServletsTest {
    private static final String OF_THE_DESK =
            "//servlet[servlet-name = //servlet-mapping[url-pattern[starts-with(., '/desk/')]]/servlet-name]/servlet-class";

    @ParameterizedTest(name = "{0}")
    @MethodSource("servlets")
    void asksWhetherItsOwnMachineIsMeant(String servlet) {
        assertTrue(PortalClasses.all().get(servlet).getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(DeskGuard.class)
                        && call.getName().equals("isMeant")));
    }

    private static Stream<String> servlets() throws Exception {
        Document descriptor = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(PortalClasses.root()
                        .resolve("portal-web/src/main/webapp/WEB-INF/web.xml")
                        .toFile());
        XPath path = XPathFactory.newInstance().newXPath();
        NodeList found = (NodeList) path.evaluate(OF_THE_DESK, descriptor, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(nth -> found.item(nth).getTextContent());
    }
}
