package org.deltabed.hardware.vm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The test makes chips with the kernel's GPIO simulator. It runs wherever that is, as root, and in
 * the virtual machine of {@link GpioSimInVmTest}, which counts it.
 */
@Tag(InVm.TAG)
@EnabledIf(
    value = "org.deltabed.hardware.vm.SimChip#available",
    disabledReason = "no gpio-sim in this kernel: GpioSimInVmTest runs it")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsGpioSim {}
