package org.jeongmun.outerlock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Set;
import org.apache.catalina.Contained;
import org.apache.catalina.Container;
import org.apache.catalina.Request;
import org.apache.catalina.Response;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.web.valve.GlassFishValve;

/**
 * The outer lock as the server knows it: a valve of the virtual server, through which every request goes before it
 * comes to any application and any filter. Making one never fails: the server goes on without a valve that cannot be
 * made.
 */
public final class OuterLockValve implements GlassFishValve, Contained {
    private static final Set<Protocol> SPOKEN = EnumSet.of(Protocol.HTTP_1_0, Protocol.HTTP_1_1);

    private final OuterLock lock = Installation.install();
    private volatile Container virtualServer;

    @Override
    public Container getContainer() {
        return virtualServer;
    }

    /** Called by the server before the first request; from then on it can be asked for its doors. */
    @Override
    public void setContainer(Container container) {
        virtualServer = container;
        if (container != null) {
            new ContainerDoorsControl(container).register();
        }
    }

    @Override
    public String getInfo() {
        return "org.jeongmun.outerlock";
    }

    @Override
    public int invoke(Request request, Response response) {
        HttpServletResponse answer = (HttpServletResponse) response.getResponse();
        if (request instanceof org.apache.catalina.connector.Request known) {
            declineOffers(known.getCoyoteRequest().getRequest());
            if (response instanceof org.apache.catalina.connector.Response knownResponse) {
                answer = LastingAnswer.to(known, knownResponse);
            }
        }
        boolean admitted = lock.admits((HttpServletRequest) request.getRequest(), answer, carriesParameters(request));
        return admitted ? INVOKE_NEXT : END_PIPELINE;
    }

    /**
     * The server answers an offer of another protocol, and a {@code CONNECT}, without the headers that everybody else
     * gets, and waits for what may follow. The portal takes no offer, so from here on they are requests like any other.
     * Nothing is read behind them, nor behind a body without an end or a request from before HTTP/1.0.
     */
    private static void declineOffers(HttpRequestPacket packet) {
        Method method = packet.getMethod();
        boolean isOffer = packet.isUpgrade() || Method.CONNECT.equals(method) || Method.PRI.equals(method);
        boolean isOdd = packet.containsHeader(Header.TransferEncoding) || !SPOKEN.contains(packet.getProtocol());
        if (packet.isUpgrade()) {
            packet.getUpgradeDC().recycle();
            packet.setIgnoreContentModifiers(false);
        }
        if (Method.CONNECT.equals(method)) {
            packet.setMethod("connect");
        }
        if (isOffer || isOdd) {
            packet.setExpectContent(false);
            packet.getProcessingState().setKeepAlive(false);
        }
    }

    /**
     * The server cuts some parameters out of the path before anybody sees it, {@code ;jreplica=} and
     * {@code ;jsessionidversion=} without a trace. As it came over the wire it is kept here alone.
     */
    private static boolean carriesParameters(Request request) {
        try {
            return !(request instanceof org.apache.catalina.connector.Request known)
                    || known.getCoyoteRequest()
                                    .getRequest()
                                    .getRequestURIRef()
                                    .getOriginalRequestURIBC()
                                    .indexOf(';', 0)
                            >= 0;
        } catch (RuntimeException unreadable) {
            return true;
        }
    }

    @Override
    public void postInvoke(Request request, Response response) {
        // What an application has answered is its own affair.
    }
}
