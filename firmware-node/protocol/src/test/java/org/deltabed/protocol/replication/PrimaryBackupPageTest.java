package org.deltabed.protocol.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.replication.backup.BackupCall;
import org.deltabed.protocol.replication.backup.BackupResult;
import org.deltabed.protocol.replication.backup.ClientCall;
import org.deltabed.protocol.replication.backup.Hashed;
import org.deltabed.protocol.replication.backup.Pair;
import org.deltabed.protocol.replication.backup.PutHash;
import org.deltabed.protocol.replication.backup.Refused;
import org.deltabed.protocol.replication.backup.Result;
import org.deltabed.protocol.replication.backup.Retry;
import org.deltabed.protocol.replication.backup.ServerState;
import org.junit.jupiter.api.Test;

/**
 * One of five processes against the sentences of primary-backup-puthash: p2 is the primary, p3 its
 * backup, p4 and p5 are clients.
 */
class PrimaryBackupPageTest {
  private static final Value KEY = new Text("k");
  private static final ClientCall OF_P4 = new ClientCall(4, 1, KEY, new Num(40));
  private static final ClientCall OF_P5 = new ClientCall(5, 1, KEY, new Num(50));
  private static final Result FOR_P4 = new Result(4, 1, new Nil());
  private static final ServerState AFTER_P4 = ServerState.EMPTY.perform(OF_P4);

  private static OneProcess process(Protocol protocol, int self) {
    return new OneProcess(protocol.underAdversary().composition(), self, 5);
  }

  private static OneProcess process(int self) {
    return process(Catalogue.find("S2"), self);
  }

  private static String sent(int to, Value message) {
    return "send " + new Addressed(to, message);
  }

  private static OneProcess call(OneProcess primary, ClientCall operation) {
    return primary.deliver(operation.client(), "", new Addressed(2, operation));
  }

  private static OneProcess done(OneProcess primary, long call, Result result, ServerState all) {
    BackupResult answer = new BackupResult(1, call, result, all);
    return primary.deliver(3, "/srv", new Addressed(2, answer));
  }

  /** "Tagged with its client ID and a unique sequence number". */
  @Test
  void aClientCallsThePrimary() {
    OneProcess p4 = process(4).request(new PutHash(KEY, new Num(40)));
    assertEquals(List.of(sent(2, OF_P4)), p4.didSince());
    p4.deliver(2, "", new Addressed(4, FOR_P4));
    assertEquals(List.of("PutHashReturn[previous=nil]"), p4.didSince());
    p4.request(new PutHash(KEY, new Num(41)));
    assertEquals(List.of(sent(2, new ClientCall(4, 2, KEY, new Num(41)))), p4.didSince());
  }

  /** "It is the client's job to retry (with the same client ID and sequence number)". */
  @Test
  void itTriesAgainUnderTheSameNumber() {
    OneProcess p4 = process(4).request(new PutHash(KEY, new Num(40)));
    p4.didSince();
    p4.deliver(2, "", new Addressed(4, new Retry(4, 1)));
    assertEquals(List.of(sent(2, OF_P4)), p4.didSince());
    p4.silence(2);
    assertEquals(List.of(sent(2, OF_P4)), p4.didSince());
  }

  /** "The primary forwards the request to the backup", and "sends the response" of it. */
  @Test
  void thePrimaryHasTheBackupPerformIt() {
    OneProcess p2 = call(process(2), OF_P4);
    assertEquals(List.of(sent(3, new BackupCall(1, 1, OF_P4))), p2.didSince());
    done(p2, 1, FOR_P4, AFTER_P4);
    assertEquals(List.of(sent(4, FOR_P4)), p2.didSince());
  }

  /** "{@code hold global lock}". */
  @Test
  void itServesOneCallAtATime() {
    OneProcess p2 = call(process(2), OF_P4);
    p2.didSince();
    call(p2, OF_P5);
    assertEquals(List.of(), p2.didSince());
    done(p2, 1, FOR_P4, AFTER_P4);
    assertEquals(List.of(sent(3, new BackupCall(1, 2, OF_P5)), sent(4, FOR_P4)), p2.didSince());
  }

  /** "Unless it was already performed, in which case it looks up the result". */
  @Test
  void theBackupPerformsNothingTwice() {
    OneProcess p3 = process(3);
    for (long call = 1; call <= 2; call++) {
      p3.deliver(2, "/srv", new Addressed(3, new BackupCall(1, call, OF_P4)));
      assertEquals(List.of(sent(2, new BackupResult(1, call, FOR_P4, AFTER_P4))), p3.didSince());
    }
  }

  /** "{@code if arg_viewnum != cur_viewnum: return error}". */
  @Test
  void theBackupRefusesACallOfAnotherView() {
    OneProcess p3 = process(3).deliver(2, "/srv", new Addressed(3, new BackupCall(2, 1, OF_P4)));
    assertEquals(List.of(sent(2, new Refused(1, 1))), p3.didSince());
  }

  /** "If the primary times out waiting for a response from the backup, it returns an error". */
  @Test
  void thePrimaryGivesUpAtATimeOut() {
    OneProcess p2 = call(process(2), OF_P4);
    p2.didSince();
    p2.silence(3);
    assertEquals(List.of(sent(4, new Retry(4, 1))), p2.didSince());
    done(p2, 1, FOR_P4, AFTER_P4);
    assertEquals(List.of(), p2.didSince());
  }

  /**
   * "Show a timing diagram": p4's call is given up, and p5's brings back what p4's did. The page's
   * primary does not know p4's result then, and has it performed once more when it is alone.
   */
  @Test
  void whatABackupHasDoneIsKnownWithItsResult() {
    ServerState both = AFTER_P4.perform(OF_P5);
    OneProcess p2 = process(2);
    assertEquals(List.of(sent(4, FOR_P4)), retried(p2, both));
    OneProcess ofThePage = process(Catalogue.variant("X05").protocol(), 2);
    assertEquals(
        List.of(sent(3, new BackupCall(1, 3, OF_P4))),
        retried(ofThePage, new Pair(KEY, both.get(KEY))));
  }

  /** What the primary does with p4's call when it comes again. */
  private static List<String> retried(OneProcess p2, Value brought) {
    call(p2, OF_P4).silence(3).heard(3);
    Result forP5 = new Result(5, 1, new Hashed(new Nil(), new Num(40)));
    call(p2, OF_P5)
        .deliver(3, "/srv", new Addressed(2, new BackupResult(1, 2, forP5, brought)))
        .didSince();
    return call(p2, OF_P4).didSince();
  }
}
