package org.deltabed.lab.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.checker.Verdict;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.wiring.SchemaCheck;
import org.deltabed.wiring.StrictYaml;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import org.deltabed.wiring.YamlDocument;
import tools.jackson.databind.JsonNode;

/**
 * Reads plan files. A plan is checked wholly, with the testbed that it names, before anything is
 * started.
 */
public final class PlanFile {

  private static final SchemaCheck SCHEMA = schema();

  private PlanFile() {}

  /**
   * Reads and checks a plan.
   *
   * @throws org.deltabed.wiring.BadInput naming file, line, rule and remedy, also of the testbed
   *     that the plan names
   */
  public static Plan load(Path file) {
    YamlDocument document = StrictYaml.read(file);
    SCHEMA.check(document);
    Plan plan = plan(file, document);
    if (!Files.isRegularFile(plan.testbed())) {
      throw document.bad(
          "/testbed",
          "there is no testbed file " + plan.testbed(),
          "write its path relative to the plan file");
    }
    Testbed testbed = TestbedFile.load(plan.testbed());
    new PlanRules(document, plan, testbed).check();
    return plan;
  }

  /**
   * Reads the plan of a campaign's folder, whose testbed is kept beside it.
   *
   * @throws org.deltabed.wiring.BadInput as {@link #load}
   */
  public static Plan kept(Path runFolder) {
    YamlDocument document = StrictYaml.read(runFolder.resolve("plan.yaml"));
    SCHEMA.check(document);
    Plan plan = plan(runFolder.resolve("plan.yaml"), document).at(runFolder.resolve("wiring.yaml"));
    new PlanRules(document, plan, TestbedFile.load(plan.testbed())).check();
    return plan;
  }

  private static SchemaCheck schema() {
    try (InputStream json = PlanFile.class.getResourceAsStream("plan.schema.json")) {
      return SchemaCheck.of(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Plan plan(Path file, YamlDocument document) {
    JsonNode root = document.root();
    Verdict expect = verdict(root, Verdict.PASS);
    Path folder = file.toAbsolutePath().normalize().getParent();
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : root.get("cases")) {
      cases.add(aCase(node, expect));
    }
    return new Plan(
        root.get("name").asString(),
        file,
        folder.resolve(root.get("testbed").asString()).normalize(),
        protocol(document),
        variant(document),
        root.get("crashesMax").asInt(),
        root.get("rounds").asInt(),
        root.get("seed").asLong(),
        expect,
        proposals(root.get("proposals")),
        number(root, "requestsEach", 1),
        List.copyOf(cases));
  }

  private static String protocol(YamlDocument document) {
    String given = document.root().get("protocol").asString();
    try {
      return Catalogue.find(given).id();
    } catch (IllegalArgumentException e) {
      throw document.bad(
          "/protocol",
          "there is no protocol " + given,
          "choose one of " + Catalogue.protocols().stream().map(Protocol::id).toList());
    }
  }

  private static String variant(YamlDocument document) {
    JsonNode given = document.root().get("variant");
    if (given == null) {
      return "";
    }
    try {
      return Catalogue.variant(given.asString()).id();
    } catch (IllegalArgumentException e) {
      throw document.bad(
          "/variant",
          "there is no variant " + given.asString(),
          "choose one of " + Catalogue.variants().stream().map(Variant::id).toList());
    }
  }

  private static Case aCase(JsonNode node, Verdict expectOfPlan) {
    List<Fault> faults = new ArrayList<>();
    JsonNode list = node.get("faults");
    if (list != null) {
      for (JsonNode fault : list) {
        String kind = fault.propertyNames().iterator().next();
        faults.add(fault(kind, fault.get(kind)));
      }
    }
    return new Case(
        node.get("name").asString(),
        number(node, "repeat", 1),
        verdict(node, expectOfPlan),
        List.copyOf(faults));
  }

  private static Fault fault(String kind, JsonNode at) {
    int node = number(at, "node", 0);
    int round = number(at, "round", 0);
    int slot = number(at, "slot", -1);
    return switch (kind) {
      case "powerCut" ->
          at.has("afterBytes")
              ? new Fault.MidFrameCut(node, round, number(at, "afterBytes", 0))
              : new Fault.PowerCut(node, round, slot, number(at, "restoreAfterMs", 0));
      case "crashPoint" ->
          at.has("afterDecide")
              ? new Fault.DecideCrash(node)
              : new Fault.PrefixCrash(
                  node, round, number(at, "afterSubFrames", 0), numbers(at.get("order")));
      case "crashPin" -> new Fault.CrashPin(node, round, slot);
      case "pause" -> new Fault.Pause(node, round, slot, number(at, "forMs", 0));
      case "byzantine" -> new Fault.Byzantine(node, at.get("behaviour").asString());
      case "bus" ->
          new Fault.Bus(
              node,
              round,
              number(at, "delayUs", 0),
              at.path("drop").asBoolean(false),
              at.path("repeat").asBoolean(false),
              number(at, "flipBits", 0),
              numbers(at.get("deaf")),
              number(at, "babbleMs", 0));
      default -> throw new IllegalStateException("the schema let the fault " + kind + " pass");
    };
  }

  private static Plan.Proposals proposals(JsonNode node) {
    if (node == null || (node.isString() && node.asString().equals("ranked"))) {
      return new Plan.Proposals.Ranked();
    }
    if (node.isString()) {
      return new Plan.Proposals.Drawn();
    }
    List<Long> fixed = new ArrayList<>();
    node.forEach(number -> fixed.add(number.asLong()));
    return new Plan.Proposals.Fixed(List.copyOf(fixed));
  }

  private static Verdict verdict(JsonNode node, Verdict otherwise) {
    return node.has("expect") ? Verdict.valueOf(node.get("expect").asString()) : otherwise;
  }

  private static int number(JsonNode node, String name, int otherwise) {
    return node.has(name) ? node.get(name).asInt() : otherwise;
  }

  private static List<Integer> numbers(JsonNode list) {
    List<Integer> numbers = new ArrayList<>();
    if (list != null) {
      list.forEach(number -> numbers.add(number.asInt()));
    }
    return List.copyOf(numbers);
  }
}
