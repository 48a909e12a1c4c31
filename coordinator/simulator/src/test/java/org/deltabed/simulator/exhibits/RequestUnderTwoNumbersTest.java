package org.deltabed.simulator.exhibits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.IdealCryptography;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.replication.pbft.CommitOrder;
import org.deltabed.protocol.replication.pbft.PrePrepare;
import org.deltabed.protocol.replication.pbft.PrepareOrder;
import org.deltabed.protocol.replication.pbft.Statement;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.Test;

/**
 * A Byzantine primary gives one request two numbers, and says so to all. A random liar hardly ever
 * says the same to everybody.
 */
class RequestUnderTwoNumbersTest {
  private static final String AT_MOST_ONCE = "pbft/replica: at most once";
  private static final String LINKS = "pbft/replica/al";
  private static final int LIAR = 1;
  private static final int CLIENT = 3;
  private static final List<Integer> CORRECT = List.of(2, 3, 4);

  @Test
  void whoDoesNotRememberWhatWasExecutedExecutesItTwice() {
    assertTrue(execution("S5-again").broken().contains(AT_MOST_ONCE));
  }

  @Test
  void theOthersExecuteItOnce() {
    assertEquals(List.of(), execution("").broken());
  }

  private static Execution execution(String variant) {
    List<Value> values = Catalogue.find("S5").workload().inputs(4).getFirst();
    Liberties lies = Liberties.byzantine(ProcessSet.of(LIAR));
    Stage stage = Stage.of(new Setting("S5", variant, 4, 1, values, 1, lies)).ask(CLIENT);
    Value content = new Numbered(1, new Num(30));
    Statement request = new Statement(CLIENT, content, new IdealCryptography(CLIENT).sign(content));
    IdealCryptography liars = new IdealCryptography(LIAR);
    for (long number = 1; number <= 2; number++) {
      PrepareOrder order = new PrepareOrder(0, number, liars.hash(request));
      Value prePrepare = new PrePrepare(0, number, request, liars.sign(order));
      CORRECT.forEach(p -> stage.forge(p, LIAR, LINKS, new Addressed(p, prePrepare)));
      exchange(stage, Statement.class);
      exchange(stage, CommitOrder.class);
    }
    return stage.end();
  }

  private static void exchange(Stage stage, Class<? extends Value> kind) {
    for (int p : CORRECT) {
      for (int q : CORRECT) {
        if (p != q) {
          stage.arriveIfAny(p, q, LINKS, kind);
        }
      }
    }
  }
}
