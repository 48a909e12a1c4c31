package org.deltabed.lab.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class JavadocMarkdownTest {
  @Test
  void codeIsLeftAsItIs() {
    assertEquals("`<Propose, v>` of `a_b[]`", markdown("{@code <Propose,\n v>} of {@code a_b[]}"));
    assertEquals("`{src, {m}}` more", markdown("{@code {src, {m}}} more"));
  }

  @Test
  void plainTextMeansNothingToMarkdown() {
    assertEquals("f \\< N, \\[s, n\\], p\\_i, {m}", markdown("f &lt; N, [s, n], p_i, {m}"));
    assertEquals("*all* p<sub>i</sub>", markdown("<em>all</em> p<sub>i</sub>"));
  }

  @Test
  void itemsAreNumbered() {
    assertEquals(
        "Two:\n\n1. one\n2. two\n\nThen.\n\n1. again",
        markdown("Two: <ol> <li>one\n <li>two </ol> <p>Then. <ol><li>again</ol>"));
  }

  @Test
  void linksLeadToPages() {
    assertEquals("[`Known`](c1.md)", markdown("{@link org.deltabed.Known}"));
    assertEquals("`Other`", markdown("{@link Other}"));
  }

  @Test
  void whatIsUnknownIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> markdown("<table>"));
    assertThrows(IllegalArgumentException.class, () -> markdown("{@value X}"));
    assertThrows(IllegalArgumentException.class, () -> markdown("&nbsp;"));
  }

  private static String markdown(String javadoc) {
    return JavadocMarkdown.of(javadoc, name -> name.equals("Known") ? "c1.md" : "");
  }
}
