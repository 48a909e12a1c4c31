package org.deltabed.simulator.story;

/** The style sheet of a picture, light or dark as its reader's screen is. */
final class Look {
  private static final String RULES =
      """
      .st text{font:11px "Helvetica Neue",Helvetica,"Segoe UI",Roboto,"Noto Sans",Arial,"DejaVu Sans",sans-serif;fill:$ink}
      .st .page{fill:$page}
      .st .band{fill:$band}
      .st .hair{stroke:$rule;stroke-width:.7;fill:none}
      .st text.title{font-size:15px;font-weight:600}
      .st text.name{font-size:16px;font-weight:600}
      .st text.soft{fill:$soft}
      .st text.tick{fill:$soft;font-size:10px;text-anchor:middle}
      .st .life{stroke:$ink;stroke-width:1.5;fill:none}
      .st .dead{stroke:$soft;stroke-width:1;stroke-dasharray:1.5 4;fill:none}
      .st .frame{fill:$frame;stroke:$message;stroke-width:1}
      .st .idle{fill:$page;stroke:$soft;stroke-width:1}
      .st .mute{fill:$page;stroke:$soft;stroke-width:1;stroke-dasharray:2.5 2.5}
      .st .message{stroke:$message;stroke-width:1.5;fill:none}
      .st .own{stroke:$message;stroke-width:1;fill:none;opacity:.55}
      .st .later{stroke:$message;stroke-width:1.5;stroke-dasharray:1 3;fill:none}
      .st .lost{stroke:$lost;stroke-width:1.2;stroke-dasharray:4 3;fill:none}
      .st .cross{stroke:$lost;stroke-width:1.8;fill:none}
      .st text.label{fill:$message;text-anchor:middle;paint-order:stroke;stroke:$page;stroke-width:3.5px;stroke-linejoin:round}
      .st text.inside{stroke:none;font-weight:600}
      .st .crash{stroke:$bad;stroke-width:3;fill:none}
      .st text.crashed{fill:$bad;font-weight:600;paint-order:stroke;stroke:$page;stroke-width:3.5px}
      .st .detect{fill:$page;stroke:$detect;stroke-width:2}
      .st text.detected{fill:$detect;font-weight:600;text-anchor:middle;paint-order:stroke;stroke:$page;stroke-width:3.5px}
      .st .stem{stroke:$good;stroke-width:2;fill:none}
      .st .dot,.st .pill{fill:$good}
      .st text.value{fill:$page;font-weight:700;text-anchor:middle}
      .st .asked{fill:$page;stroke:$ink;stroke-width:1.2}
      .st text.request{text-anchor:middle}
      .st .cited .stem{stroke:$bad}
      .st .cited .dot,.st .cited .pill{fill:$bad}
      .st .ring{fill:none;stroke:$bad;stroke-width:2}
      .st .conflict{stroke:$bad;stroke-width:1.6;stroke-dasharray:6 4;fill:none}
      .st text.broken{fill:$bad;font-weight:600;font-size:12.5px}
      .st text.holds{fill:$good;font-weight:600;font-size:12.5px}
      .st text.said{font-size:12.5px}
      """;

  /** The colours in both lights. */
  private static final String[][] COLOURS = {
    {"$ink", "#15202b", "#e4eaf0"},
    {"$soft", "#546270", "#9fadba"},
    {"$page", "#ffffff", "#0f151b"},
    {"$band", "#f3f6f9", "#161f28"},
    {"$rule", "#d5dce3", "#2c3843"},
    {"$frame", "#dbe7fb", "#1c3764"},
    {"$message", "#1553bd", "#7fb2ff"},
    {"$lost", "#8f4b00", "#f3b04a"},
    {"$bad", "#b01040", "#ff7d9c"},
    {"$good", "#08664a", "#4fd0a2"},
    {"$detect", "#6d35a8", "#c39af5"},
  };

  private Look() {}

  static String sheet() {
    return rules(1) + "@media (prefers-color-scheme:dark){\n" + rules(2) + "}\n";
  }

  private static String rules(int light) {
    String rules = RULES;
    for (String[] colour : COLOURS) {
      rules = rules.replace(colour[0], colour[light]);
    }
    return rules;
  }
}
