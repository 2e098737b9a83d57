package org.jeongmun.outerlock.doors;

import static java.util.Objects.requireNonNull;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import org.apache.catalina.Container;
import org.apache.catalina.Engine;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.glassfish.web.valve.GlassFishValve;

/**
 * Every door of the server around one of its virtual servers, asked of the running container at each call: nothing here
 * is a list that somebody has to keep. It only tells; what is open or must not be, is judged by who asks.
 */
public final class ContainerDoors {
    private final Container virtualServer;

    /** @param virtualServer one of those whose engine is to be told of */
    public ContainerDoors(Container virtualServer) {
        this.virtualServer = requireNonNull(virtualServer, "virtualServer");
    }

    /** @return listeners and virtual servers, the latter with their valves and applications */
    public JsonObject told() {
        JsonArrayBuilder listeners = Json.createArrayBuilder();
        JsonArrayBuilder hosts = Json.createArrayBuilder();
        if (virtualServer.getParent() instanceof Engine engine) {
            for (org.apache.catalina.Connector connector : engine.getService().findConnectors()) {
                listeners.add(listener(connector));
            }
            for (Container host : engine.findChildren()) {
                hosts.add(host(host));
            }
        }
        return Json.createObjectBuilder()
                .add("listeners", listeners)
                .add("hosts", hosts)
                .add("gateFaults", texts(new GateCheck(virtualServer).faults()))
                .build();
    }

    /** @return the application of that context path on this virtual server, or {@code null} */
    StandardContext application(String contextPath) {
        return virtualServer.findChild(contextPath) instanceof StandardContext context ? context : null;
    }

    private static JsonObjectBuilder listener(org.apache.catalina.Connector connector) {
        JsonObjectBuilder told = Json.createObjectBuilder().add("name", text(connector.getName()));
        if (connector instanceof Connector known) {
            told.add("address", text(known.getAddress())).add("port", known.getPort());
        }
        return told.add("host", text(connector.getDefaultHost()));
    }

    private static JsonObjectBuilder host(Container host) {
        JsonArrayBuilder valves = Json.createArrayBuilder();
        for (GlassFishValve valve : host.getPipeline().getValves()) {
            valves.add(valve.getClass().getName());
        }
        JsonArrayBuilder applications = Json.createArrayBuilder();
        for (Container child : host.findChildren()) {
            if (child instanceof StandardContext context) {
                applications.add(new ApplicationDoors(context).told());
            } else {
                applications.add(Json.createObjectBuilder().add("context", text(child.getName())));
            }
        }
        return Json.createObjectBuilder()
                .add("name", text(host.getName()))
                .add("valves", valves)
                .add("applications", applications);
    }

    static String text(String value) {
        return value == null ? "" : value;
    }

    static JsonArrayBuilder texts(Collection<String> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array;
    }
}
