package org.jeongmun.web.page;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ViewResource;
import jakarta.faces.context.FacesContext;

/**
 * Finds the view of {@code /check-in} at {@code /WEB-INF/views/check-in.xhtml}, where no address reaches it. Serves no
 * resource of its own: there is nothing that an address could name.
 */
public final class ViewsUnderWebInf extends ResourceHandlerWrapper {
    private static final String HOME = "/WEB-INF/views";

    /** Comes before the server's own handler. */
    public ViewsUnderWebInf(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public ViewResource createViewResource(FacesContext context, String path) {
        boolean elsewhere = path.endsWith(".xhtml") && !path.startsWith(HOME);
        return super.createViewResource(context, elsewhere ? HOME + path : path);
    }

    @Override
    public Resource createResource(String name) {
        return null;
    }

    @Override
    public Resource createResource(String name, String library) {
        return null;
    }

    @Override
    public boolean isResourceRequest(FacesContext context) {
        return false;
    }
}
