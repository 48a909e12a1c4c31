package org.deltabed.protocol.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.InRound;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.active.Sides;

/**
 * What a Byzantine server may say in active replication: proposals right and made up, different
 * ones to different servers; that others proposed what they did not; and answers right and wrong.
 */
final class ReplicationLies {
  private static final Value MADE_UP = new Num(666);
  private static final int DECISIONS = 2;

  private ReplicationLies() {}

  static List<Alphabet.Said> servers(int self, int to, int n, int f, List<Value> inputs) {
    if (!Sides.isServer(self, n)) {
      return List.of(); // clients crash, and do nothing worse
    }
    return Sides.isClient(to, n) ? answers(to, inputs.get(to - 1)) : proposals(to, n, f, inputs);
  }

  private static List<Alphabet.Said> answers(int client, Value operation) {
    List<Value> answers = List.of(new Numbered(1, operation), new Numbered(1, MADE_UP));
    return over("ar/al", client, answers);
  }

  private static List<Alphabet.Said> proposals(int to, int n, int f, List<Value> inputs) {
    List<Value> proposals = new ArrayList<>();
    proposals.add(Sequence.of());
    for (int client = Sides.servers(n) + 1; client <= n; client++) {
      proposals.add(Sequence.of(new Data(client, new Numbered(1, inputs.get(client - 1)))));
      proposals.add(Sequence.of(new Data(client, new Numbered(1, MADE_UP))));
    }
    List<Value> messages = new ArrayList<>();
    for (Value proposal : proposals) {
      messages.add(new InRound(1, Sequence.of(proposal)));
      if (f > 0) {
        int others = Sides.servers(n) - 1;
        messages.add(new InRound(2, new Sequence(Collections.nCopies(others, proposal))));
      }
    }
    List<Alphabet.Said> said = new ArrayList<>();
    for (int decision = 1; decision <= DECISIONS; decision++) {
      said.addAll(over("ar/ic[" + decision + "]/al", to, messages));
    }
    return said;
  }

  private static List<Alphabet.Said> over(String al, int to, List<Value> messages) {
    return messages.stream().map(m -> Alphabet.Said.overLinks(al, to, m)).toList();
  }
}
