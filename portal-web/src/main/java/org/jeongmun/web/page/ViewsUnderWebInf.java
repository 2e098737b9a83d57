package org.jeongmun.web.page;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ViewResource;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the view of {@code /check-in} at {@code /WEB-INF/views/check-in.xhtml}, where no address reaches it. Serves no
 * resource of its own: there is nothing that an address could name.
 */
public final class ViewsUnderWebInf extends ResourceHandlerWrapper {
    private static final String HOME = "/WEB-INF/views";

    /**
     * Where each view lies is found out once: Faces asks several times for every page, and the server looks each time.
     */
    private final Map<String, ViewResource> known = new ConcurrentHashMap<>();

    /** Comes before the server's own handler. */
    public ViewsUnderWebInf(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public ViewResource createViewResource(FacesContext context, String path) {
        boolean elsewhere = path.endsWith(".xhtml") && !path.startsWith(HOME);
        // What is not there is not kept: only what we have brought is known, whatever is asked for.
        return known.computeIfAbsent(elsewhere ? HOME + path : path, place -> super.createViewResource(context, place));
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
