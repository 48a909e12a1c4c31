package org.deltabed.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What plain scalars mean, and where values stand. */
class StrictYamlTest {
  @Test
  void scalars() {
    assertEquals(
        """
        {"integer":-12,"decimal":1.5,"power":1200.0,"yes":true,"none":null,"tilde":null,\
        "octal":"010","hex":"0x1f","on":"on","quoted":"12","date":"2026-01-01","infinite":".inf"}\
        """,
        parse(
                """
                integer: -12
                decimal: 1.5
                power: 1.2e3
                yes: true
                none:
                tilde: ~
                octal: 010
                hex: 0x1f
                on: on
                quoted: "12"
                date: 2026-01-01
                infinite: .inf
                """)
            .root()
            .toString());
  }

  @Test
  void linesOfValues() {
    YamlDocument document = parse("# one\na: 1\nb:\n  - c\n  - {d/e: 1,\n     f: 2}\n");
    assertEquals(2, document.line("/a"));
    assertEquals(3, document.line("/b"));
    assertEquals(4, document.line("/b/0"));
    assertEquals(5, document.line("/b/1"));
    assertEquals(5, document.line("/b/1/d~1e"));
    assertEquals(6, document.line("/b/1/f"));
    assertEquals(6, document.line("/b/1/f/absent/deeper"));
    assertEquals(2, document.line(""));
    assertEquals(2, document.line("/absent"));
  }

  @Test
  void jsonIsYamlToo() {
    JsonNode root = parse("{\"a\": [1, true, null, \"x\"]}").root();
    assertEquals("{\"a\":[1,true,null,\"x\"]}", root.toString());
  }

  private static YamlDocument parse(String yaml) {
    return StrictYaml.parse("t.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
