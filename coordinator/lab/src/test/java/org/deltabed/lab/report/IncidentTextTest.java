package org.deltabed.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

class IncidentTextTest {

  @Test
  void F08_aSwitchThatDidNotConfirmIsNotSaidToHaveSwitched() {
    assertEquals(
        "switched off by relay, confirmed by sense pin",
        text("\"confirmedBy\":\"sense pin\",\"sensed\":true"));
    assertEquals(
        "was to be switched off by relay, which did not confirm: seen to be on",
        text("\"failed\":\"seen to be on\""));
  }

  private static String text(String more) {
    String data = "{\"state\":\"off\",\"by\":\"relay\"," + more + "}";
    return IncidentText.of(new TraceRecord("r", 0, 1, 0, 5, Kind.POWER, -1, -1, 3, 1, 5, data));
  }
}
