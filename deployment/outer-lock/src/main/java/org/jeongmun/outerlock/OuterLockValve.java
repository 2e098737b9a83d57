package org.jeongmun.outerlock;

import java.io.IOException;
import org.apache.catalina.Request;
import org.apache.catalina.Response;
import org.glassfish.web.valve.GlassFishValve;

public final class OuterLockValve implements GlassFishValve {
    @Override
    public String getInfo() {
        return "x";
    }

    @Override
    public int invoke(Request request, Response response) throws IOException {
        request.getRequest();
        return END_PIPELINE;
    }

    @Override
    public void postInvoke(Request request, Response response) {
    }
}
