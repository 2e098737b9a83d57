package org.jeongmun.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

@DisplayName("The pages that act")
class PagesTest {
    private static final Pages PAGES = new Pages();

    private static final Path WEB_XML = Path.of("src/main/webapp/WEB-INF/web.xml");
    private static final String MAPPED = "//servlet-mapping[servlet-name='pages']/url-pattern";

    @Test
    void areThoseThatAreShown() throws Exception {
        Document descriptor =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(WEB_XML.toFile());
        XPath path = XPathFactory.newInstance().newXPath();
        NodeList mapped = (NodeList) path.evaluate(MAPPED, descriptor, XPathConstants.NODESET);
        Set<String> shown = new TreeSet<>();
        for (int each = 0; each < mapped.getLength(); each++) {
            shown.add(mapped.item(each).getTextContent());
        }
        assertEquals(shown, new TreeSet<>(PAGES.paths()));
    }

    @Test
    void areNotMoreThanTheyAre() {
        assertThrows(IllegalArgumentException.class, () -> PAGES.at("/reserve/other", null, null));
    }
}
