package org.deltabed.lab.report;

import org.deltabed.checker.Verdict;

/**
 * How a verdict is said and shown: a sentence, a word, a symbol of its own shape (never the colour
 * alone) and the class of its colour.
 *
 * @param headline the verdict on a campaign
 * @param meaning what follows from it
 * @param cssClass colour class in the style sheet
 * @param symbol SVG in a box of 16 by 16
 */
record VerdictWords(String headline, String meaning, String cssClass, String symbol) {
  private static final VerdictWords PASS =
      new VerdictWords(
          "The protocol kept its promise.",
          "The bus kept its bound, the evidence is whole, and every property that was checked"
              + " held.",
          "pass",
          "<circle cx='8' cy='8' r='7'/><path class='k' d='M4.6 8.3l2.4 2.4 4.4-5'/>");
  private static final VerdictWords VIOLATED =
      new VerdictWords(
          "The protocol broke its promise.",
          "In the runs named below the bus kept its bound and the evidence is whole, so the"
              + " promise applied; a property does not hold.",
          "violated",
          "<path d='M5 1h6l4 4v6l-4 4H5l-4-4V5z'/><path class='k' d='M5.2 5.2l5.6 5.6m0-5.6l-5.6"
              + " 5.6'/>");
  private static final VerdictWords BOUND_BROKEN =
      new VerdictWords(
          "The bus or a node broke its bound first.",
          "The failure detector was not perfect, so the protocol owed nothing: this says nothing"
              + " for or against it.",
          "broken",
          "<path d='M8 1l7.4 13.6H.6z'/><path class='k' d='M8 5.6v4.2m0 2v.6'/>");
  private static final VerdictWords INCOMPLETE =
      new VerdictWords(
          "Nothing may be concluded.",
          "Records are missing or contradict the plan, or more nodes were faulty than the protocol is"
              + " made for; the reasons say which.",
          "incomplete",
          "<circle class='o' cx='8' cy='8' r='6.4'/><path class='k2' d='M5.8 6.2a2.2 2.2 0 1 1 3.2"
              + " 2c-.8.4-1 .8-1 1.6m0 1.7v.5'/>");

  static VerdictWords of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> PASS;
      case VIOLATED -> VIOLATED;
      case BOUND_BROKEN -> BOUND_BROKEN;
      case INCOMPLETE -> INCOMPLETE;
    };
  }

  /** The symbol alone, silent for screen readers: a word always stands beside it. */
  void symbol(Html html) {
    html.open("svg", "class", "sym " + cssClass, "viewBox", "0 0 16 16", "aria-hidden", "true")
        .trusted(symbol)
        .end();
  }

  /** Symbol and word. */
  static void badge(Html html, Verdict verdict) {
    html.open("span", "class", "badge");
    of(verdict).symbol(html);
    html.leaf("span", verdict.name().replace('_', ' ')).end();
  }
}
