package org.jeongmun.plugin.lookupportal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicQuery.Order;
import org.jeongmun.spi.GeoPoint;
import org.jeongmun.spi.LookupRequest;

/** Reads what a partner asks for, or throws what is wrong with it. */
final class Question {
    private static final int USUAL_LIMIT = 20;
    private static final int LONGEST_TEXT = 100;
    private static final char UNREADABLE = '\uFFFD';
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");
    private static final Pattern PLACE =
            Pattern.compile("(-?[0-9]{1,3}(?:\\.[0-9]{1,12})?),(-?[0-9]{1,3}(?:\\.[0-9]{1,12})?)");

    private final LookupRequest request;

    Question(LookupRequest request) {
        this.request = request;
    }

    ClinicQuery query() throws RefusedException {
        Optional<GeoPoint> near = near();
        return new ClinicQuery(
                text("sido"), text("sigungu"), text("q"), near, order(near), onlyFree(), limit(), text("cursor"));
    }

    private Optional<String> text(String name) throws RefusedException {
        Optional<String> text = request.parameter(name);
        refuseUnless(text.isEmpty() || text.get().indexOf(UNREADABLE) < 0, Problem.UNREADABLE);
        refuseUnless(text.isEmpty() || text.get().length() <= LONGEST_TEXT, Problem.TOO_LONG);
        return text;
    }

    private int limit() throws RefusedException {
        Optional<String> text = request.parameter("limit");
        if (text.isEmpty()) {
            return USUAL_LIMIT;
        }
        refuseUnless(LIMIT.matcher(text.get()).matches(), Problem.BAD_LIMIT);
        int limit = Integer.parseInt(text.get());
        refuseUnless(limit >= 1 && limit <= ClinicQuery.MOST, Problem.BAD_LIMIT);
        return limit;
    }

    private Optional<GeoPoint> near() throws RefusedException {
        Optional<String> text = request.parameter("near");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher place = PLACE.matcher(text.get());
        refuseUnless(place.matches(), Problem.BAD_NEAR);
        double latitude = Double.parseDouble(place.group(1));
        double longitude = Double.parseDouble(place.group(2));
        refuseUnless(GeoPoint.isOnEarth(latitude, longitude), Problem.BAD_NEAR);
        return Optional.of(new GeoPoint(latitude, longitude));
    }

    private Order order(Optional<GeoPoint> near) throws RefusedException {
        Optional<String> sort = request.parameter("sort");
        if (sort.isEmpty()) {
            return near.isPresent() ? Order.DISTANCE : Order.DIRECTORY;
        }
        return switch (sort.get()) {
            case "directory" -> Order.DIRECTORY;
            case "earliest" -> Order.EARLIEST;
            case "distance" -> {
                refuseUnless(near.isPresent(), Problem.BAD_SORT);
                yield Order.DISTANCE;
            }
            default -> throw new RefusedException(Problem.BAD_SORT);
        };
    }

    private boolean onlyFree() throws RefusedException {
        String text = request.parameter("onlyFree").orElse("false");
        refuseUnless(text.equals("true") || text.equals("false"), Problem.BAD_ONLY_FREE);
        return text.equals("true");
    }

    private static void refuseUnless(boolean fine, Problem problem) throws RefusedException {
        if (!fine) {
            throw new RefusedException(problem);
        }
    }

    /** The request is at fault. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Problem problem;

        RefusedException(Problem problem) {
            super(problem.name(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
