package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The difference between two campaigns")
class DifferenceTest {
    private static final String W1 = "{ id: w1, cohort: old, opens: 2021-07-14T20:00, closes: 2021-07-24T18:00 }";
    private static final String W2 = "{ id: w2, cohort: young, opens: 2021-07-25T20:00, closes: 2021-07-26T18:00 }";

    @Test
    void isNothingWhenOnlyCommentsDiffer() {
        Campaign campaign = CampaignText.campaign(W1);
        Campaign commented = CampaignText.read("# later\n" + CampaignText.withWindows(W1));
        assertEquals(List.of(), Difference.between(Optional.of(campaign), commented));
        assertEquals(true, campaign.saysTheSameAs(commented));
    }

    @Test
    void namesWhatIsNewGoneAndChanged() {
        String text = CampaignText.withWindows(W1.replace("T18:00", "T19:00"))
                        .replace("Elders", "Seniors")
                        .replace("year: 1962", "year: 1961")
                + "waitingRoom: { order: arrival }\n";
        assertEquals(
                List.of(
                        "~ cohort old: en: Elders -> Seniors",
                        "~ cohort old: rule: born {year=1962} -> born {year=1961}",
                        "~ window w1: closes: Sat 2021-07-24 18:00:00 +09:00 -> Sat 2021-07-24 19:00:00 +09:00",
                        "- window w2",
                        "~ waitingRoom: none -> arrival, 200 per second, 40000 inside, pass 15 min"),
                Difference.between(Optional.of(CampaignText.campaign(W1, W2)), CampaignText.read(text)));
    }

    @Test
    void toAnotherCampaignIsAllOfIt() {
        Campaign other = CampaignText.read(CampaignText.withWindows(W1).replace("covid19-2021", "flu"));
        List<String> lines = Difference.between(Optional.of(CampaignText.campaign(W1)), other);
        assertEquals(List.of("- campaign covid19-2021", "+ campaign flu in Asia/Seoul"), lines.subList(0, 2));
        assertEquals(5, lines.size(), lines::toString);
    }
}
