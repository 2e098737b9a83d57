package org.jeongmun.plugin.lookupsmart;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/**
 * What the validator of the FHIR community says to a resource, with what R4 itself brings and nothing from a network.
 */
final class FhirCheck {
    private static final FhirContext R4 = FhirContext.forR4();
    private static final FhirValidator VALIDATOR = validator();

    private static FhirValidator validator() {
        ValidationSupportChain known = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4));
        return R4.newValidator().registerValidatorModule(new FhirInstanceValidator(known));
    }

    /** @return every error; empty for a valid resource */
    List<String> objectionsTo(String resource) {
        return VALIDATOR.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }
}
