package org.jeongmun.lock.attempt;

import static java.util.Objects.requireNonNull;

import org.jeongmun.gate.RouteClass;

/**
 * One kind of refused request. There are finitely many: a path that is not of the portal's list is {@value #OTHER}.
 *
 * @param door the class that the request was of
 * @param state what the portal was, in the words of {@code X-Portal-Gate}; {@value #OPEN} where there was no such door
 * @param route an exact path of the list, or {@value #OTHER}
 */
public record Attempt(RouteClass door, String state, String route) {
    /** Stands for every path that is spelled in no way of the list. */
    public static final String OTHER = "other";
    /** The state of a portal that was open, and had no such door. */
    public static final String OPEN = "OPEN";

    /** Refuses missing parts. */
    public Attempt {
        requireNonNull(door, "door");
        requireNonNull(state, "state");
        requireNonNull(route, "route");
    }

    /** @return class, state and route, separated by blanks: what one lock tells the other side of a class loader */
    public String key() {
        return door + " " + state + " " + route;
    }

    /**
     * Reads what {@link #key} has written.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Attempt of(String key) {
        String[] parts = key.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A kind of attempt is class, state and route; got %s.".formatted(key));
        }
        return new Attempt(RouteClass.valueOf(parts[0]), parts[1], parts[2]);
    }
}
