package org.deltabed.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.deltabed.protocol.Vocabulary.Kind;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  /** Frames and traces hold these numbers and names: add, never change. */
  @Test
  void numbersAndNamesAreStable() {
    assertEquals(
        List.of(
            "1 Num",
            "2 Text",
            "3 Nil",
            "4 Sequence",
            "5 InRound",
            "6 Data",
            "7 View",
            "8 Addressed",
            "9 Numbered",
            "10 Vector",
            "11 Ping",
            "12 Pong",
            "13 Stamped",
            "14 Alive",
            "15 Retry",
            "16 WithPast",
            "17 WithVector",
            "18 Ack",
            "19 Version",
            "20 Store",
            "21 Stored",
            "22 Query",
            "23 Held",
            "24 Keyed",
            "28 SenderFailed",
            "29 Estimate",
            "30 Decided",
            "31 Seal",
            "32 Authenticated",
            "33 Signed",
            "34 Heartbeat",
            "35 Latest",
            "36 Impose",
            "37 Adopted",
            "38 Vote",
            "40 InView",
            "41 Flush",
            "42 Change",
            "43 Initial",
            "44 Echo",
            "45 Ready",
            "46 Final",
            "47 ClientCall",
            "48 Hashed",
            "49 Result",
            "52 Prepare",
            "53 Promise",
            "54 Proposal",
            "55 Accepted",
            "56 Rejected",
            "57 Chosen",
            "58 Forward",
            "59 Statement",
            "60 PrePrepare",
            "61 PrepareOrder",
            "62 CommitOrder",
            "63 Reply",
            "64 Propose",
            "65 Decide",
            "66 Broadcast",
            "67 Deliver",
            "68 Crash",
            "69 Send",
            "70 Handle",
            "71 Confirm",
            "72 Processed",
            "73 SentAt",
            "74 DeliveredAt",
            "75 Restore",
            "76 Suspect",
            "77 Leader",
            "93 NewView",
            "94 Block",
            "95 BlockOk",
            "96 Execute",
            "97 Output",
            "98 Read",
            "99 Write",
            "100 ReadReturn",
            "101 WriteReturn",
            "102 Get",
            "103 Put",
            "106 PutHash",
            "107 PutHashReturn",
            "108 Acknowledge",
            "109 Join",
            "120 Learn",
            "121 StartTimer",
            "122 StopTimer",
            "123 TimedOut",
            "124 Order",
            "126 Executed",
            "128 Checkpoint",
            "129 Certificate",
            "130 Prepared",
            "131 ViewChange",
            "132 EnterView",
            "133 Fetch",
            "134 Snapshot",
            "135 Answer",
            "136 Service",
            "140 SignedWrite",
            "141 Inquiry",
            "150 BackupCall",
            "151 BackupResult",
            "152 Refused",
            "153 ServerState",
            "154 Pair",
            "155 Servers",
            "156 Transfer",
            "157 Transferred",
            "158 Acknowledged"),
        Vocabulary.words().stream().map(word -> word.number() + " " + word.name()).toList());
    for (Vocabulary.Word word : Vocabulary.words()) {
      assertSame(word, Vocabulary.byNumber(word.number()));
      assertSame(word, Vocabulary.byName(word.name()));
      assertEquals(word.number() < 64 || word.number() >= 128, word.isValue());
    }
    assertNull(Vocabulary.byNumber(127));
    assertNull(Vocabulary.byNumber(-1));
    assertNull(Vocabulary.byNumber(1_000));
    assertNull(Vocabulary.byName("Forget"));
  }

  @Test
  void recordsAreTakenApartAndMade() {
    Deliver deliver = new Deliver(3, Sequence.of(new Num(1), new Text("a"), new Nil()));
    Vocabulary.Word word = Vocabulary.of(deliver);
    assertEquals(
        List.of(
            new Vocabulary.Field("sender", Kind.INT), new Vocabulary.Field("message", Kind.VALUE)),
        word.fields());
    assertEquals(deliver, word.make(word.get(deliver, 0), word.get(deliver, 1)));
    assertEquals(new Nil(), Vocabulary.byName("Nil").make());
  }

  @Test
  void whatIsNotInItIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(new Silence(1)));
    assertThrows(IllegalArgumentException.class, () -> Vocabulary.byName("Crash").make("p1"));
    assertThrows(IllegalArgumentException.class, () -> Vocabulary.byName("Crash").make());
    assertThrows(
        IllegalArgumentException.class, () -> Vocabulary.byName("Decide").make((Object) null));
  }
}
