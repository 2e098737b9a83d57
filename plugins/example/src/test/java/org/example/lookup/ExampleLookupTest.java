package org.example.lookup;

import java.util.List;
import java.util.Map;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.LookupRequest;
import org.jeongmun.spi.contract.ClinicLookupPluginContract;

/** The whole contract is inherited. */
class ExampleLookupTest extends ClinicLookupPluginContract {
    @Override
    protected ClinicLookupPlugin plugin() {
        return new ExampleLookup();
    }

    @Override
    protected LookupRequest goodRequest() {
        return new LookupRequest("v1/clinics.txt", Map.of());
    }

    @Override
    protected List<LookupRequest> badRequests() {
        return List.of(new LookupRequest("v1/clinics.txt", Map.of("cursor", List.of("nonsense"))));
    }
}
