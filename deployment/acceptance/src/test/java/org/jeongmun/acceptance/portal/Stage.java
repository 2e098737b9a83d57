package org.jeongmun.acceptance.portal;

import java.util.function.Supplier;

/** Portals that several test classes share, because a cold start costs more than most tests. */
public enum Stage {
    /**
     * The story at noon, eight hours before the opening, in a Java that believes to be in Turkey, where i becomes İ.
     */
    BEFORE_OPENING(
            () -> PortalPlan.demo("before-opening", "2021-07-14T12:00:00+09:00").speaking("tr", "TR")),
    /**
     * The story half an hour after the opening, in a Java that believes to be in Berlin, with a plugin of somebody
     * else.
     */
    OPEN(() -> PortalPlan.demo("open", "2021-07-14T20:30:00+09:00")
            .inZone("Europe/Berlin")
            .plugins(ThirdPartyPlugin.folder())),
    /** The same in a Java that believes to be in Seoul. */
    OPEN_IN_SEOUL(
            () -> PortalPlan.demo("open-in-seoul", "2021-07-15T00:00:30+09:00").inZone("Asia/Seoul")),
    /** Half an hour after an opening with a slow line. */
    IN_LINE(() -> PortalPlan.demo("in-line", "2021-07-14T20:30:00+09:00").campaign(Campaigns.file("in-line.yaml")));

    private final Supplier<PortalPlan> plan;

    Stage(Supplier<PortalPlan> plan) {
        this.plan = plan;
    }

    PortalPlan plan() {
        return plan.get();
    }
}
