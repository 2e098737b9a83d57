package org.jeongmun.web.notice;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jeongmun.identity.Sha256;
import org.jeongmun.lock.route.PortalRoutes;

/** Serves the static files of {@link Assets} from memory, with an entity tag. Any other path is not there. */
public final class AssetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int TAG_LENGTH = 16;

    private final transient Counter counter;
    private transient Map<String, Asset> assets = Map.of();

    @SuppressWarnings("ArrayRecordComponent")
    private record Asset(String type, byte[] bytes, String tag) {}

    /**
     * Made by the container.
     *
     * @param counter where it may be asked at once
     */
    @Inject
    public AssetServlet(Counter counter) {
        this.counter = counter;
    }

    @Override
    public void destroy() {
        counter.giveBack(this);
    }

    @Override
    public void init() throws ServletException {
        Map<String, Asset> read = new TreeMap<>();
        for (String path : PortalRoutes.ASSETS) {
            read.put(path, read(path));
        }
        assets = Map.copyOf(read);
        counter.take(this, PortalRoutes.ASSETS);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asset asset = assets.get(request.getRequestURI());
        if (asset == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("ETag", asset.tag());
        response.setHeader("Cache-Control", "public, max-age=300");
        if (asset.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.type());
        response.setContentLength(asset.bytes().length);
        response.getOutputStream().write(asset.bytes());
    }

    private Asset read(String path) throws ServletException {
        String resource = Assets.resourceOf(path);
        try (InputStream stream = getServletContext().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new ServletException("Asset %s is missing: put it to %s.".formatted(path, resource));
            }
            byte[] bytes = stream.readAllBytes();
            String tag = HexFormat.of().formatHex(Sha256.of(bytes)).substring(0, TAG_LENGTH);
            return new Asset(Assets.typeOf(path), bytes, '"' + tag + '"');
        } catch (IOException failure) {
            throw new ServletException("Asset %s cannot be read.".formatted(path), failure);
        }
    }
}
