package org.jeongmun.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.state.PortalState;

/** What is around every page. */
@Named("frame")
@ApplicationScoped
public class Frame {
    @Inject
    private PortalState state;

    /** Made by the container. */
    public Frame() {}

    /** @return whether the page must say that this is a demo */
    public boolean isDemo() {
        return state.knowledge().demo();
    }

    /** @return what an operator tells everybody; {@code null} when nothing */
    public LocalizedText getAnnouncement() {
        return state.knowledge().announcement().orElse(null);
    }
}
