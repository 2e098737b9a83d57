package org.jeongmun.doors.trial;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jeongmun.gate.Gate;
import org.jeongmun.gate.GateDecision;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.route.Routes;
import org.jeongmun.schedule.PortalStatus;

/**
 * Finds on a page that may be open what belongs behind a door that is shut: a field of a form of the booking steps, a
 * link into them, numbers of free places. So a notice that sends requests on inside the server, past every lock, is
 * seen by what it shows.
 */
final class LiveContent {
    private static final Pattern FIELD = Pattern.compile("name=[\"'](clinic|slot|sido|sigungu|agree|confirm)[\"']");
    private static final Pattern NUMBERS = Pattern.compile("\"(freePlaces|earliestAt|slots)\"\\s*:");
    private static final Pattern LINK = Pattern.compile("(?:href|action|src)=[\"'](/[^\"'?#]*)");

    private final Routes routes;

    LiveContent(Routes routes) {
        this.routes = routes;
    }

    /** @return what is shown that must not be, in short */
    Optional<String> in(Answer answer, PortalStatus status) {
        if (Gate.decide(RouteClass.BOOKING, status) == GateDecision.Pass.PASS) {
            return Optional.empty();
        }
        Matcher field = FIELD.matcher(answer.body());
        if (field.find()) {
            return Optional.of("shows the field " + field.group(1));
        }
        Matcher numbers = NUMBERS.matcher(answer.body());
        if (numbers.find()) {
            return Optional.of("shows " + numbers.group(1));
        }
        Matcher link = LINK.matcher(answer.body());
        while (link.find()) {
            RouteClass route = routes.classOf(link.group(1));
            if (route == RouteClass.BOOKING || route == RouteClass.LOOKUP) {
                return Optional.of("links to " + link.group(1));
            }
        }
        return Optional.empty();
    }
}
