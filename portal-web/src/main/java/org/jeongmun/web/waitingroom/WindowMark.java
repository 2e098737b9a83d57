package org.jeongmun.web.waitingroom;

import java.nio.ByteBuffer;
import org.jeongmun.identity.Sha256;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.WindowId;

/**
 * Which window of which campaign a proof is of, in the few bytes that it travels in.
 *
 * @param bits the first eight bytes of the hash of both ids
 */
public record WindowMark(long bits) {
    /** @return the mark of a window; two campaigns may call their windows alike */
    public static WindowMark of(CampaignId campaign, WindowId window) {
        return new WindowMark(ByteBuffer.wrap(Sha256.of(campaign.value() + "/" + window.value()))
                .getLong());
    }
}
