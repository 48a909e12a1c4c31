package org.deltabed.lab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The one direction of dependency: coordinator, firmware-node, hardware, wiring; and protocol
 * depends on nothing.
 */
@AnalyzeClasses(packages = "org.deltabed", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule arrows =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("wiring")
          .definedBy("org.deltabed.wiring..")
          .layer("hardware")
          .definedBy("org.deltabed.hardware..")
          .layer("protocol")
          .definedBy("org.deltabed.protocol..")
          .layer("wire")
          .definedBy("org.deltabed.wire..")
          .layer("trace")
          .definedBy("org.deltabed.trace..")
          .layer("agent")
          .definedBy("org.deltabed.agent..")
          .layer("checker")
          .definedBy("org.deltabed.checker..")
          .layer("simulator")
          .definedBy("org.deltabed.simulator..")
          .layer("lab")
          .definedBy("org.deltabed.lab..")
          .whereLayer("lab")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("simulator")
          .mayOnlyBeAccessedByLayers("lab")
          .whereLayer("checker")
          .mayOnlyBeAccessedByLayers("simulator", "lab")
          .whereLayer("agent")
          .mayOnlyBeAccessedByLayers("simulator", "lab")
          .whereLayer("trace")
          .mayOnlyBeAccessedByLayers("agent", "checker", "simulator", "lab")
          .whereLayer("wire")
          .mayOnlyBeAccessedByLayers("agent", "simulator", "lab")
          .whereLayer("protocol")
          .mayOnlyBeAccessedByLayers("wire", "trace", "agent", "checker", "simulator", "lab")
          .whereLayer("hardware")
          .mayOnlyBeAccessedByLayers("agent", "simulator", "lab")
          .whereLayer("wiring")
          .mayOnlyBeAccessedByLayers("hardware", "agent", "checker", "simulator", "lab");

  @ArchTest
  static final ArchRule theProtocolsArePure =
      classes()
          .that()
          .resideInAPackage("org.deltabed.protocol..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.deltabed.protocol..", "java.lang..", "java.util..");

  @ArchTest
  static final ArchRule driversAreChosenByTheProgramsAlone =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.deltabed.agent.core..",
              "org.deltabed.checker..",
              "org.deltabed.lab.campaign..",
              "org.deltabed.lab.collect..",
              "org.deltabed.lab.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.deltabed.hardware.gpio..",
              "org.deltabed.hardware.serial..",
              "org.deltabed.hardware.virtual..",
              "org.deltabed.hardware.pins..",
              "org.deltabed.hardware.power..");

  @ArchTest
  static final ArchRule theCheckerNeedsTheRunFolderAlone =
      noClasses()
          .that()
          .resideInAPackage("org.deltabed.checker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "org.eclipse.paho..", "io.moquette..");

  @ArchTest
  static final ArchRule noCyclesBetweenModules =
      slices().matching("org.deltabed.(*)..").should().beFreeOfCycles();
}
