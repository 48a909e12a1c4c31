package org.deltabed.protocol.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deltabed.protocol.Ack;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Authenticated;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Echo;
import org.deltabed.protocol.Final;
import org.deltabed.protocol.IdealCryptography;
import org.deltabed.protocol.Initial;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Ready;
import org.deltabed.protocol.Signed;
import org.deltabed.protocol.SignedWrite;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.SignedEchoBroadcast;
import org.deltabed.protocol.link.AuthenticatedLinks;
import org.deltabed.protocol.register.ByzantineRegularRegister;

/**
 * What a Byzantine process may say in the protocols that are made for such ones. In each list are
 * the right messages, so that it may also behave, and tell each process something else; the same of
 * another value; some twice; and what is forged. What makes no difference to any algorithm,
 * whatever it is, is left out: values that nobody else says are all alike.
 */
final class Lies {
  /** A value that no process was given. */
  private static final Value MADE_UP = new Num(666);

  private static final long BEYOND = AuthenticatedLinks.WINDOW + 2;

  private Lies() {}

  /** Of links: what was altered, reflected, repeated, or is numbered far ahead. */
  static List<Alphabet.Said> links(int self, int to, int n, int f, List<Value> inputs) {
    Cryptography crypto = new IdealCryptography(self);
    Value m = inputs.get(self - 1);
    Value code = crypto.authenticate(to, AuthenticatedLinks.covered(self, to, 1, m));
    Value reflected =
        new IdealCryptography(to)
            .authenticate(self, AuthenticatedLinks.covered(to, self, 2, inputs.get(to - 1)));
    Value farAhead = crypto.authenticate(to, AuthenticatedLinks.covered(self, to, BEYOND, m));
    return List.of(
        link(to, 1, m, code),
        link(to, 1, m, code),
        link(to, 1, MADE_UP, code),
        link(to, 2, inputs.get(to - 1), reflected),
        link(to, BEYOND, m, farAhead));
  }

  private static Alphabet.Said link(int to, long number, Value m, Value code) {
    return new Alphabet.Said("al", new Addressed(to, new Authenticated(number, m, code)));
  }

  /** Of signed messages: two of its own, and what others never signed. */
  static List<Alphabet.Said> signedRelay(int self, int to, int n, int f, List<Value> inputs) {
    Value signedByOther = signature(other(self, to, n), inputs.get(other(self, to, n) - 1));
    List<Value> all = new ArrayList<>();
    all.add(signed(self, self, inputs.get(self - 1)));
    all.add(signed(self, self, MADE_UP));
    all.add(signed(self, other(self, to, n), MADE_UP));
    all.add(new Signed(new Data(self, inputs.get(other(self, to, n) - 1)), signedByOther));
    return over("sb/al", to, all);
  }

  /** That m of that source, with the signature of who says it. */
  private static Value signed(int self, int source, Value m) {
    Data data = new Data(source, m);
    return new Signed(data, new IdealCryptography(self).sign(data));
  }

  private static Value signature(int by, Value m) {
    return new IdealCryptography(by).sign(new Data(by, m));
  }

  /** A process that is neither of these, if there is one. */
  private static int other(int self, int to, int n) {
    for (int p = 1; p <= n; p++) {
      if (p != self && p != to) {
        return p;
      }
    }
    return to;
  }

  /** Of echo broadcast: the sender's value and another, each sent and echoed; one echo twice. */
  static List<Alphabet.Said> echo(int self, int to, int n, int f, List<Value> inputs) {
    return over("bcb/al", to, echoes(inputs));
  }

  private static List<Value> echoes(List<Value> inputs) {
    Value m = inputs.getFirst();
    return List.of(
        new Initial(m),
        new Initial(MADE_UP),
        new Echo(m),
        new Echo(m),
        new Echo(MADE_UP),
        new Echo(MADE_UP));
  }

  /** Of reliable broadcast: the same, and that it is ready. */
  static List<Alphabet.Said> reliable(int self, int to, int n, int f, List<Value> inputs) {
    List<Value> all = new ArrayList<>(echoes(inputs));
    Value m = inputs.getFirst();
    all.addAll(List.of(new Ready(m), new Ready(m), new Ready(MADE_UP), new Ready(MADE_UP)));
    return over("brb/al", to, all);
  }

  /**
   * Of signed echo broadcast: besides, all quorums of signatures that it can get, its own in the
   * place of another's, and those of one value under another.
   */
  static List<Alphabet.Said> signedEcho(int self, int to, int n, int f, List<Value> inputs) {
    Value m = inputs.getFirst();
    List<Value> all = new ArrayList<>();
    for (Value value : List.of(m, MADE_UP)) {
      all.add(new Initial(value));
      all.add(new Signed(new Echo(value), echoSignature(self, value)));
      for (int left = 1; left <= n; left++) {
        all.add(new Final(value, signaturesWithout(left, value, n)));
      }
    }
    all.add(new Signed(new Echo(m), echoSignature(self, MADE_UP)));
    all.add(new Final(MADE_UP, Collections.nCopies(n, echoSignature(self, MADE_UP))));
    all.add(new Final(MADE_UP, signaturesWithout(other(self, to, n), m, n)));
    return over("bcb/al", to, all);
  }

  private static Value echoSignature(int by, Value m) {
    return new IdealCryptography(by).sign(SignedEchoBroadcast.echoOf(by, m));
  }

  private static List<Value> signaturesWithout(int left, Value m, int n) {
    List<Value> signatures = new ArrayList<>();
    for (int p = 1; p <= n; p++) {
      signatures.add(p == left ? new Nil() : echoSignature(p, m));
    }
    return signatures;
  }

  /**
   * Of the register: what was never written, old writes, a good signature under another number, and
   * acknowledgements of what it has not stored; as the writer also two writes of one number.
   */
  static List<Alphabet.Said> register(int self, int to, int n, int f, List<Value> inputs) {
    Value v = inputs.getFirst();
    SignedWrite first = write(ByzantineRegularRegister.WRITER, 1, v);
    SignedWrite forged = write(self, 9, MADE_UP);
    SignedWrite reused = new SignedWrite(9, v, first.signature());
    List<Value> all = new ArrayList<>();
    for (SignedWrite write : List.of(first, forged, reused)) {
      all.add(write);
      all.add(new Numbered(1, write));
    }
    all.add(new Numbered(1, SignedWrite.NONE));
    all.add(new Ack(ByzantineRegularRegister.WRITER, new Num(1)));
    if (self == ByzantineRegularRegister.WRITER) {
      SignedWrite second = write(self, 1, MADE_UP);
      all.add(second);
      all.add(new Numbered(1, second));
    }
    return over("bonrr/al", to, all);
  }

  private static SignedWrite write(int by, long ts, Value v) {
    Value signature = new IdealCryptography(by).sign(ByzantineRegularRegister.signedText(ts, v));
    return new SignedWrite(ts, v, signature);
  }

  private static List<Alphabet.Said> over(String al, int to, List<Value> messages) {
    return messages.stream().map(m -> Alphabet.Said.overLinks(al, to, m)).toList();
  }
}
