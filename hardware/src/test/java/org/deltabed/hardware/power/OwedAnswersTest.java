package org.deltabed.hardware.power;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a device is forgiven, on a clock that the test sets. */
class OwedAnswersTest {

  private long nowNs = -1;
  private final OwedAnswers owed = new OwedAnswers(() -> nowNs);

  private void askAtS(long seconds) {
    nowNs = TimeUnit.SECONDS.toNanos(seconds);
    owed.asked();
  }

  @Test
  void aDeviceThatIsAskedAgainAndAgainIsForgivenWhatItLostOnce() {
    askAtS(0); // this answer is lost
    for (int s = 10; s <= 60; s += 10) {
      askAtS(s);
      owed.answered();
      assertEquals(1, owed.count(), "after " + s + " s");
    }
    askAtS(70);
    owed.answered();
    assertEquals(0, owed.count());
  }

  @Test
  void theMinuteBeginsWhenItBeginsToOwe() {
    askAtS(0);
    owed.answered();
    askAtS(50);
    askAtS(100);
    assertEquals(2, owed.count());
    askAtS(111);
    assertEquals(1, owed.count());
  }

  @Test
  void nothingIsForgivenInMidWait() {
    askAtS(0);
    askAtS(59);
    nowNs = TimeUnit.SECONDS.toNanos(61);
    assertEquals(2, owed.count(), "the second answer may still come");
  }

  @Test
  void aDeviceThatConnectsAnewOwesNothing() {
    askAtS(0);
    owed.forget();
    owed.answered();
    assertEquals(0, owed.count());
  }
}
