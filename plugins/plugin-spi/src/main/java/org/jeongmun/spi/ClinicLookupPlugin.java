package org.jeongmun.spi;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells a partner's portal, in that partner's protocol, which clinics have free places.
 *
 * <p>The portal finds implementations with {@link java.util.ServiceLoader} in the plugin's own jar when it starts,
 * creates one instance of each with its public no-argument constructor, and calls it from many threads at once. The
 * portal's gate stands before every call: a plugin is asked only for the exact paths that it declares and only while
 * look-ups are open. It sees no cookie, no address and no person, and it takes no place; the partner sends people on
 * through the portal's deep link, where they queue like everybody else.
 *
 * <p>A constructor, {@link #id()} or {@link #paths()} that throws or returns {@code null} stops the start of the
 * portal, naming the jar.
 */
public interface ClinicLookupPlugin {

    /**
     * Names this plugin; its URLs are {@code /lookup/{id}/{path}}.
     *
     * @return the same id on every call; unique among all plugins, or the portal does not start
     */
    PluginId id();

    /**
     * Declares the finite list of URLs that this plugin answers. Read once, at start.
     *
     * @return at least one sub-path below {@code /lookup/{id}/}, such as {@code v1/clinics}: segments of lower-case
     *     ASCII letters, digits, {@code .}, {@code _} and {@code -}, beginning with a letter or digit, joined by
     *     single slashes, no slash at either end; a {@code $} may stand before a segment, for operations of FHIR. They
     *     are compared exactly; there are no patterns
     */
    Set<String> paths();

    /**
     * Tells whether a look-up plugin may declare a path.
     *
     * @param path any text
     * @return whether it is spelled as {@link #paths()} demands
     */
    static boolean isWellFormed(String path) {
        return Stream.of(path.split("/", -1)).allMatch(segment -> segment.matches("\\$?[a-z0-9][a-z0-9._-]*"));
    }

    /**
     * Answers one GET. The call and the writing of its body together have a time limit of about two seconds and a size
     * limit of 1 MiB; of a body in {@link LookupAnswer.Pieces} this holds for the call with the first piece and for
     * each further one. A plugin that throws, returns {@code null}, runs late or writes more is answered for by the
     * portal with a constant 502, and one that goes on failing is not asked for a while. Bad input is no exception: it
     * is a 400 with {@code application/problem+json} of a stable {@code type} which does not repeat the input.
     *
     * <p>An answer of status 200 whose {@code Cache-Control} is {@code max-age=1} or more may be given again to the
     * same question of the same partner, without a call, for as long as the same picture of availability is told.
     *
     * @param request what is asked; never {@code null}
     * @param availability lent for this call and the writing of its body alone; any other use of it throws
     * @return never {@code null}. When {@link Availability} said that it is closed, the portal throws this answer
     *     away and gives its own constant one
     */
    LookupAnswer answer(LookupRequest request, Availability availability);
}
