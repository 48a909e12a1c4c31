package org.deltabed.wiring;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A schema other than the testbed's, as plans bring one, with references and alternatives. */
class SchemaCheckTest {
  private static final String SCHEMA =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "seed": {"$ref": "#/$defs/count"},
          "faults": {
            "type": "array",
            "items": {
              "oneOf": [
                {"type": "string", "enum": ["none"]},
                {"$ref": "#/$defs/cut"}
              ]
            }
          }
        },
        "$defs": {
          "count": {"type": "integer", "minimum": 0, "description": "a whole number from 0"},
          "cut": {
            "type": "object",
            "required": ["node"],
            "additionalProperties": false,
            "properties": {"node": {"$ref": "#/$defs/count"}}
          }
        }
      }
      """;

  private final SchemaCheck check =
      SchemaCheck.of(new ByteArrayInputStream(SCHEMA.getBytes(StandardCharsets.UTF_8)));

  @Test
  void accepts() {
    assertDoesNotThrow(() -> check.check(document("seed: 1\nfaults: [none, {node: 2}]\n")));
  }

  @Test
  void describesWhatAReferenceAsksFor() {
    BadInput error = refuse("faults: []\nseed: -3\n");
    assertEquals(
        "plan.yaml:2: seed is -3, must be at least 0 — write a whole number from 0",
        error.getMessage());
  }

  @Test
  void namesALineWhereNoAlternativeFits() {
    BadInput error = refuse("faults:\n  - none\n  - {node: x}\n");
    assertEquals(3, error.line(), error.getMessage());
    assertTrue(error.rule().contains("faults[1]"), error.getMessage());
  }

  @Test
  void keysWithSlashesAreFound() {
    BadInput error = refuse("seed: 1\n'a/b~c': 2\n");
    assertEquals(2, error.line());
    assertEquals("unknown key 'a/b~c' in the file", error.rule());
  }

  private BadInput refuse(String yaml) {
    return assertThrows(BadInput.class, () -> check.check(document(yaml)));
  }

  private static YamlDocument document(String yaml) {
    return StrictYaml.parse("plan.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
