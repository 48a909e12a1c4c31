package org.deltabed.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void textAndAttributesCannotBecomeMarkup() {
    StringWriter out = new StringWriter();
    try (Html html = new Html(out)) {
      html.leaf("p", "<b>\"1\" & '2'</b>", "title", "a\" onclick='x'", "id", null);
    }
    assertEquals(
        "<p title=\"a&quot; onclick=&#39;x&#39;\">&lt;b&gt;&quot;1&quot; &amp;"
            + " &#39;2&#39;&lt;/b&gt;</p>",
        out.toString());
  }

  @Test
  void charactersThatHideOrTurnTextAreSpelledOut() {
    assertEquals("\\u202eabc\\u0000\\u001b\\ud800", Html.escaped("\u202eabc\0\u001b\ud800"));
    assertEquals("δ ≤ 1 µs 🙂", Html.escaped("δ ≤ 1 µs 🙂"));
  }

  @Test
  void anElementLeftOpenIsABug() {
    Html html = new Html(new StringWriter());
    html.open("p");
    assertThrows(IllegalStateException.class, html::close);
  }
}
