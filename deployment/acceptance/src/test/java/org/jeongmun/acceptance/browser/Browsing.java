package org.jeongmun.acceptance.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What one test does in the browser of the run: each page in a profile of its own, all of them gone after the test. */
final class Browsing implements AutoCloseable {
    private static final int ENOUGH_TO_FIND_IT = 3;

    private final Browser browser;
    private final List<BrowserContext> profiles = new ArrayList<>();

    private Browsing(Browser browser) {
        this.browser = browser;
    }

    /** Hands one to each test that asks for it. */
    static final class ForEachTest implements ParameterResolver {
        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Browsing.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browsing.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            // JUnit closes what lies in a store: the browser after the last test, the profiles after this one.
            Chromium chromium = context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(Chromium.class, missing -> Chromium.start(), Chromium.class);
            return context.getStore(NAMESPACE)
                    .getOrComputeIfAbsent(Browsing.class, missing -> new Browsing(chromium.browser()), Browsing.class);
        }
    }

    /** @return an empty page of a new browser profile */
    Page page(boolean scripts, int width, int height) {
        BrowserContext profile = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setLocale("ko-KR")
                .setViewportSize(width, height));
        profiles.add(profile);
        profile.setDefaultTimeout(60_000);
        return profile.newPage();
    }

    /** @return every rule that keeps somebody from using the page as it is now, and some places where */
    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .limit(ENOUGH_TO_FIND_IT)
                                        .map(CheckedNode::getHtml)
                                        .toList())
                        .toList();
    }

    @Override
    public void close() {
        profiles.forEach(BrowserContext::close);
    }
}
