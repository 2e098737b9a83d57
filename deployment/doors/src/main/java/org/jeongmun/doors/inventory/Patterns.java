package org.jeongmun.doors.inventory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Exact paths that a mapping of the container takes: at each of them one can knock. */
final class Patterns {
    /** A name that nobody would give to anything. */
    static final String NAME = "jeongmun-knocks";

    private final Collection<String> pages;

    /** @param pages paths of the portal, each of which some mapping may take in another form */
    Patterns(Collection<String> pages) {
        this.pages = pages;
    }

    /**
     * The paths at which to knock for one mapping.
     *
     * @param context path of its application, empty for the root
     * @return empty for a mapping of a form that is not known
     */
    Optional<Set<String>> pathsOf(String context, String pattern) {
        Set<String> paths = new LinkedHashSet<>();
        if (pattern.isEmpty()) {
            paths.add(context + "/");
        } else if (pattern.equals("/") || pattern.equals("/*")) {
            paths.add(context + "/");
            paths.add(context + "/" + NAME);
        } else if (pattern.startsWith("/") && pattern.endsWith("/*")) {
            String prefix = context + pattern.substring(0, pattern.length() - 2);
            paths.add(prefix);
            paths.add(prefix + "/");
            paths.add(prefix + "/" + NAME);
            pages.forEach(page -> paths.add(prefix + page));
        } else if (pattern.startsWith("*.") && pattern.indexOf('/') < 0) {
            String suffix = pattern.substring(1);
            paths.add(context + "/" + NAME + suffix);
            paths.add(context + "/index" + suffix);
            pages.stream().filter(page -> !page.endsWith("/")).forEach(page -> paths.add(context + page + suffix));
        } else if (pattern.startsWith("/") && pattern.indexOf('*') < 0) {
            paths.add(context + filled(pattern));
        } else {
            return Optional.empty();
        }
        return Optional.of(paths);
    }

    /** Puts a value in place of each variable of a path, such as <code>{id}</code>. */
    static String filled(String template) {
        StringBuilder path = new StringBuilder();
        int depth = 0;
        for (char each : template.toCharArray()) {
            if (each == '{' && depth++ == 0) {
                path.append('1');
            }
            if (depth == 0) {
                path.append(each);
            }
            if (each == '}' && depth > 0) {
                depth--;
            }
        }
        return path.toString();
    }
}
