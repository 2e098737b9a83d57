package org.jeongmun.pluginhost;

import java.net.URL;
import java.net.URLClassLoader;
import org.jeongmun.spi.EligibilityPlugin;

/**
 * The class loader of one plugin jar. Above the jar it shows the JDK and the package of the SPI, nothing else: not the
 * portal, not the server, not another plugin, so each plugin may bring its own version of any library.
 */
final class PluginClassLoader extends URLClassLoader {
    private static final ClassLoader JDK_AND_SPI = new JdkAndSpi();

    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(String jarName, URL jar) {
        super(jarName, new URL[] {jar}, JDK_AND_SPI);
    }

    private static final class JdkAndSpi extends ClassLoader {
        private static final String SPI = EligibilityPlugin.class.getPackageName() + ".";

        static {
            registerAsParallelCapable();
        }

        JdkAndSpi() {
            super("jdk-and-spi", ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(SPI) && name.indexOf('.', SPI.length()) < 0) {
                return Class.forName(name, false, EligibilityPlugin.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }
}
