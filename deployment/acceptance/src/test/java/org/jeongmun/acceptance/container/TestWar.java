package org.jeongmun.acceptance.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jeongmun.acceptance.container.deployed.Story;
import org.jeongmun.acceptance.container.intruder.Intruder;
import org.jeongmun.acceptance.container.plugins.Hanging;
import org.jeongmun.acceptance.container.plugins.Steady;
import org.jeongmun.acceptance.container.plugins.Throwing;
import org.jeongmun.acceptance.database.Campaign;
import org.jeongmun.acceptance.database.TestDatabase;
import org.jeongmun.spi.EligibilityPlugin;

/**
 * The ROOT.war that we ship, with a test beside it. The gate stays as it is and where it is: its list of paths has
 * those of the test too, and {@code web.xml} names the servlet that runs the tests, because the order in it shuts out
 * the fragment by which Arquillian would bring it.
 */
final class TestWar {
    private static final String ADDED = """
            <servlet><servlet-name>runner</servlet-name>
              <servlet-class>org.jboss.arquillian.protocol.servlet5.runner.ServletTestRunner</servlet-class></servlet>
            <servlet-mapping><servlet-name>runner</servlet-name>
              <url-pattern>/ArquillianServletRunnerEE9</url-pattern></servlet-mapping>
            <servlet><servlet-name>probe</servlet-name>
              <servlet-class>org.jeongmun.acceptance.container.deployed.ProbeServlet</servlet-class>
              <async-supported>true</async-supported></servlet>
            <servlet-mapping><servlet-name>probe</servlet-name><url-pattern>/probe</url-pattern></servlet-mapping>
            <servlet><servlet-name>target</servlet-name>
              <servlet-class>org.jeongmun.acceptance.container.deployed.TargetServlet</servlet-class>
              <async-supported>true</async-supported></servlet>
            <servlet-mapping><servlet-name>target</servlet-name>
              <url-pattern>/probe/target</url-pattern><url-pattern>/probe/error</url-pattern></servlet-mapping>
            <error-page><error-code>409</error-code><location>/probe/error</location></error-page>
            """;
    private static final String SCOUT = """
            <filter><filter-name>scout</filter-name>
              <filter-class>org.jeongmun.acceptance.container.deployed.Scout</filter-class>
              <async-supported>true</async-supported></filter>
            <filter-mapping><filter-name>scout</filter-name>
              <url-pattern>/*</url-pattern><servlet-name>*</servlet-name>
              <dispatcher>REQUEST</dispatcher><dispatcher>FORWARD</dispatcher><dispatcher>INCLUDE</dispatcher>
              <dispatcher>ERROR</dispatcher><dispatcher>ASYNC</dispatcher></filter-mapping>
            """;

    private TestWar() {}

    /**
     * @return the WAR with that test, on a database with a campaign that is open for two cohorts, one of them born
     *     1962-1966
     */
    static WebArchive whileOpen(Class<?> test) throws SQLException {
        return whileOpen(test, Campaign.open());
    }

    /**
     * As {@link #whileOpen}, and whoever gives up a place there finds the next one gone: in place of somebody who is
     * quicker by chance.
     */
    static WebArchive whileOvertaken(Class<?> test) throws SQLException {
        Campaign campaign = Campaign.open();
        TestDatabase.change("""
                CREATE FUNCTION overtake() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN
                  IF EXISTS (SELECT FROM reservation WHERE campaign_id = NEW.campaign_id
                              AND person_key = NEW.person_key AND state = ''CANCELLED'') THEN
                    RETURN NULL;
                  END IF;
                  RETURN NEW;
                END'""");
        TestDatabase.change("CREATE TRIGGER overtake BEFORE INSERT ON reservation FOR EACH ROW"
                + " WHEN (NEW.campaign_id = '%s') EXECUTE FUNCTION overtake()"
                        .formatted(campaign.id().value()));
        return whileOpen(test, campaign);
    }

    /** Nobody is overtaken any more; the database is that of other tests too. */
    static void endOvertaking() throws SQLException {
        TestDatabase.change("DROP FUNCTION IF EXISTS overtake() CASCADE");
    }

    private static WebArchive whileOpen(Class<?> test, Campaign campaign) throws SQLException {
        String id = campaign.id().value();
        TestDatabase.change(
                "UPDATE cohort SET settings = '{\"from\": \"1962\", \"to\": \"1966\"}' WHERE campaign_id = ?", id);
        TestDatabase.change(
                "INSERT INTO cohort VALUES (? || '-second', ?, '나', 'B', 'cohort-birth-year',"
                        + " '{\"from\": \"1900\", \"to\": \"1901\"}')",
                id,
                id);
        TestDatabase.change(
                "INSERT INTO booking_window SELECT id || '-second', campaign_id, campaign_id || '-second', opens_at,"
                        + " closes_at, NULL, grace, hold FROM booking_window WHERE campaign_id = ?",
                id);
        return war(
                test,
                "campaign=%s\nslot=%d\nother=%d\n"
                        .formatted(
                                id,
                                campaign.slot(1, 10).value(),
                                campaign.slot(2, 10).value()));
    }

    /** @return the WAR with that test, on a database with a campaign that opens in an hour */
    static WebArchive beforeOpening(Class<?> test) throws SQLException {
        Campaign campaign = Campaign.open(1, 2, Duration.ofMinutes(5));
        return war(test, "campaign=%s\n".formatted(campaign.id().value()));
    }

    /** @return plugins that answer, hang and throw */
    static JavaArchive pluginJar() {
        return ShrinkWrap.create(JavaArchive.class)
                .addPackage(Steady.class.getPackage())
                .addAsServiceProvider(
                        EligibilityPlugin.class, Steady.class, Throwing.class, Hanging.class, Hanging.Crowded.class);
    }

    private static WebArchive war(Class<?> test, String story) {
        Path stock = Path.of(System.getProperty("acceptance.stock", "target/stock"));
        WebArchive war = ShrinkWrap.create(ZipImporter.class, test.getSimpleName() + ".war")
                .importFrom(stock.resolve("ROOT.war").toFile())
                .as(WebArchive.class);
        String webXml =
                webXmlOf(war).replaceFirst("<filter>", SCOUT + "<filter>").replace("</web-app>", ADDED + "</web-app>");
        war.delete("WEB-INF/web.xml");
        return war.setWebXML(new StringAsset(webXml))
                .addClass(test)
                .addPackage(Story.class.getPackage())
                .addClass("org.jeongmun.web.gate.DoorwayOfATest")
                .addClass("org.jeongmun.pluginhost.LimitsOfATest")
                .addAsResource(new StringAsset(story), Story.FILE)
                .addAsLibraries(jarOf(Awaitility.class), jarOf(Matcher.class))
                .addAsLibrary(intruder());
    }

    private static JavaArchive intruder() {
        return ShrinkWrap.create(JavaArchive.class, "intruder.jar")
                .addPackage(Intruder.class.getPackage())
                .addAsManifestResource(
                        new StringAsset("<web-fragment xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                                + "<name>intruder</name></web-fragment>"),
                        "web-fragment.xml");
    }

    private static String webXmlOf(WebArchive war) {
        try (InputStream file = war.get("WEB-INF/web.xml").getAsset().openStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toFile();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
