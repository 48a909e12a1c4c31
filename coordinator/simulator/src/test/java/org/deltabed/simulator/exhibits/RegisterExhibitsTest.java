package org.deltabed.simulator.exhibits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.Happening;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.Test;

/** What the reads return, and what that breaks. */
class RegisterExhibitsTest {
  private static final Value OLD = new Nil();
  private static final Value NEW = new Num(10);

  /** At the client, in the order in which they return. */
  private static List<List<Value>> read(Exhibit exhibit) {
    return exhibit.scenes().stream()
        .map(
            scene ->
                scene.execution().happenings().stream()
                    .filter(h -> h instanceof Happening.Did did && did.instance().equals("app"))
                    .map(h -> ((Happening.Did) h).event())
                    .filter(ReadReturn.class::isInstance)
                    .map(event -> ((ReadReturn) event).value())
                    .toList())
        .toList();
  }

  private static List<List<String>> broken(Exhibit exhibit) {
    return exhibit.scenes().stream().map(scene -> scene.execution().broken()).toList();
  }

  /** 4.1.6: "initially mvr stores 9 = (1001)". */
  @Test
  void bitsOfTwoNumbersMakeAThird() {
    Exhibit exhibit = new MultiValuedRegisterTorn();
    assertEquals(
        List.of(List.of(new Num(6)), List.of(new Num(10)), List.of(new Num(14))), read(exhibit));
    assertEquals(
        List.of(List.of(), List.of("app/reg: validity"), List.of("app/reg: safe semantics")),
        broken(exhibit));
  }

  /** "it is possible to have a read-read inversion if a write is slow". */
  @Test
  void regularRegistersReturnTheOldValueAfterTheNewOneAndAtomicOnesDoNot() {
    Exhibit exhibit = new ReadInversion();
    assertEquals(
        List.of(List.of(NEW, OLD), List.of(NEW, NEW), List.of(NEW, OLD), List.of(NEW, NEW)),
        read(exhibit));
    List<String> inverted = List.of("app/reg: ordering", "app/reg: linearizability");
    assertEquals(List.of(inverted, List.of(), inverted, List.of()), broken(exhibit));
  }

  /** Without the claim nothing is broken: each does what its page says that it does. */
  @Test
  void theRegistersDoWhatTheyOwe() {
    for (Exhibit exhibit : List.of(new MultiValuedRegisterTorn(), new ReadInversion())) {
      for (Scene scene : exhibit.scenes()) {
        AsyncSchedule schedule = (AsyncSchedule) scene.execution().schedule();
        Setting claims = schedule.setting();
        Setting owes =
            new Setting(
                claims.protocolId(),
                "",
                claims.n(),
                claims.f(),
                claims.values(),
                claims.requestsEach());
        Execution same = Execution.of(new AsyncSchedule(owes, schedule.actions()));
        assertEquals(List.of(), same.broken(), scene.caption());
      }
    }
  }
}
