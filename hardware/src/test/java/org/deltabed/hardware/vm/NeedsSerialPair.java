package org.deltabed.hardware.vm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The test uses two serial ports that are connected with each other. The virtual machine of {@link
 * GpioSimInVmTest} has them; elsewhere, {@code -Ddeltabed.serial.pair=/dev/ttyUSB0:/dev/ttyUSB1}
 * names them.
 */
@Tag(InVm.TAG)
@EnabledIfSystemProperty(
    named = NeedsSerialPair.PROPERTY,
    matches = ".+:.+",
    disabledReason = "no serial ports that are connected: GpioSimInVmTest runs it")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsSerialPair {

  String PROPERTY = "deltabed.serial.pair";
}
