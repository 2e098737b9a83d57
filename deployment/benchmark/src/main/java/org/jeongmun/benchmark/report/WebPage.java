package org.jeongmun.benchmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Pages in Markdown as one file for a browser, with the pictures in it: it can be sent to somebody as it is. */
final class WebPage {
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="UTF-8">
            <title>%s</title>
            <style>
            body { font-family: sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; line-height: 1.4 }
            table { border-collapse: collapse; display: block; margin: 1rem 0; overflow-x: auto }
            th, td { border: 1px solid #ccc; padding: .25rem .5rem; text-align: left; vertical-align: top }
            svg { max-width: 40rem; width: 100%% }
            section { border-top: 2px solid #999; margin-top: 3rem }
            </style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private static final String SECTION = """
            <section>
            %s</section>
            """;

    private final Path folder;
    private final Parser parser;
    private final HtmlRenderer renderer;

    /** @param folder in which the pictures lie */
    WebPage(Path folder) {
        this.folder = folder;
        List<Extension> tables = List.of(TablesExtension.create());
        parser = Parser.builder().extensions(tables).build();
        renderer = HtmlRenderer.builder()
                .extensions(tables)
                .escapeHtml(true)
                .nodeRendererFactory(Pictures::new)
                .build();
    }

    /** @return the whole file */
    String of(String title, List<String> pages) {
        String body = pages.stream()
                .map(page -> SECTION.formatted(renderer.render(parser.parse(page))))
                .collect(Collectors.joining());
        return FRAME.formatted(title, body);
    }

    /** A picture is not pointed at, but put where it is shown. */
    private final class Pictures implements NodeRenderer {
        private final HtmlNodeRendererContext context;

        Pictures(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            try {
                context.getWriter().raw(Files.readString(folder.resolve(((Image) node).getDestination())));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
