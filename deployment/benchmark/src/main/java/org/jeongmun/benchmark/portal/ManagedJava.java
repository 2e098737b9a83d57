package org.jeongmun.benchmark.portal;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The management beans of another Java on this machine, through the agent that it has in itself. */
final class ManagedJava {
    private ManagedJava() {}

    static JMXConnector connect(ProcessHandle java) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(java.pid()));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            return JMXConnectorFactory.connect(new JMXServiceURL(address));
        } catch (AttachNotSupportedException refused) {
            throw new IOException(refused);
        }
    }
}
