package org.jeongmun.acceptance.portal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a portal is to be started.
 *
 * @param name of the portal, for folders and kept logs
 * @param arguments of {@code run}, beside folder and ports; a {@code --port} among them is the one that is taken
 * @param javaOptions of its Java
 * @param environment beside what this test has
 * @param launcher what the command line begins with, such as a change of user; usually nothing
 */
public record PortalPlan(
        String name,
        List<String> arguments,
        List<String> javaOptions,
        Map<String, String> environment,
        List<String> launcher) {
    /** A demo with the story of 14 July 2021 whose clock starts at {@code clock}. */
    public static PortalPlan demo(String name, String clock) {
        return new PortalPlan(name, List.of("--demo", "--demo-clock", clock), List.of(), Map.of(), List.of());
    }

    /** A portal of {@code run} with exactly these arguments. */
    public static PortalPlan with(String name, String... arguments) {
        return new PortalPlan(name, List.of(arguments), List.of(), Map.of(), List.of());
    }

    /** The same with another campaign than the story's. */
    public PortalPlan campaign(Path file) {
        List<String> more = new ArrayList<>(arguments);
        more.addAll(List.of("--campaign", file.toString()));
        return new PortalPlan(name, more, javaOptions, environment, launcher);
    }

    /** The same with the plugins of that folder. */
    public PortalPlan plugins(Path folder) {
        List<String> more = new ArrayList<>(arguments);
        more.addAll(List.of("--plugins", folder.toString()));
        return new PortalPlan(name, more, javaOptions, environment, launcher);
    }

    /** The same in a Java that believes to be elsewhere. */
    public PortalPlan inZone(String zone) {
        List<String> more = new ArrayList<>(javaOptions);
        more.add("-Duser.timezone=" + zone);
        return new PortalPlan(name, arguments, more, environment, launcher);
    }

    /** The same in a Java that believes to speak that language in that country. */
    public PortalPlan speaking(String language, String country) {
        List<String> more = new ArrayList<>(javaOptions);
        more.addAll(List.of("-Duser.language=" + language, "-Duser.country=" + country));
        return new PortalPlan(name, arguments, more, environment, launcher);
    }

    /** The same with further environment variables. */
    public PortalPlan environment(Map<String, String> further) {
        Map<String, String> more = new HashMap<>(environment);
        more.putAll(further);
        return new PortalPlan(name, arguments, javaOptions, more, launcher);
    }

    /** The same, started through another program. */
    public PortalPlan through(List<String> program) {
        return new PortalPlan(name, arguments, javaOptions, environment, List.copyOf(program));
    }

    List<String> commandFor(Path jar, Path folder) {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(PortalJar.java());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString(), "run", "--data", folder.toString()));
        if (!arguments.contains("--port")) {
            command.addAll(List.of("--port", Integer.toString(Ports.free())));
        }
        command.addAll(List.of("--management-port", Integer.toString(Ports.free())));
        command.addAll(arguments);
        return command;
    }
}
