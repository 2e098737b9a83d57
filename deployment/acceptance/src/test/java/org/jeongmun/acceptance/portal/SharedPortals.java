package org.jeongmun.acceptance.portal;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out the shared portals, starts each when it is first asked for, and ends them all after the last test. */
public final class SharedPortals implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedPortals.class);

    /** Made by JUnit. */
    public SharedPortals() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Serving.class) && parameter.getParameter().getType() == Portal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Stage stage = parameter.findAnnotation(Serving.class).orElseThrow().value();
        return of(stage, context);
    }

    private static Portal of(Stage stage, ExtensionContext context) {
        // What lies in the root's store and can be closed is closed by JUnit at the very end.
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(stage, missing -> Portal.start(missing.plan()), Portal.class);
    }
}
