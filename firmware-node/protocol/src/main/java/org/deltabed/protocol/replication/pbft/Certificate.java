package org.deltabed.protocol.replication.pbft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;

/**
 * The same content signed by several processes.
 *
 * @param signers who signed
 * @param signatures theirs, by rank
 */
public record Certificate(Value content, ProcessSet signers, List<Value> signatures)
    implements Value {
  public Certificate {
    Objects.requireNonNull(content);
    signatures = List.copyOf(signatures);
  }

  /** Of what these have signed, which is the same, one each and by rank. */
  static Certificate of(Value content, List<Statement> signed) {
    ProcessSet signers = ProcessSet.EMPTY;
    List<Value> signatures = new ArrayList<>();
    for (Statement each : signed) {
      signers = signers.with(each.by());
      signatures.add(each.signature());
    }
    return new Certificate(content, signers, signatures);
  }

  /** Whether at least so many of n processes have signed that. */
  boolean proves(Value what, int signersMin, int n, Cryptography crypto) {
    if (!content.equals(what)
        || !signers.isSubsetOf(ProcessSet.all(n))
        || signers.size() < signersMin
        || signers.size() != signatures.size()) {
      return false;
    }
    int at = 0;
    for (int p = signers.first(); p != 0; p = signers.next(p)) {
      if (!crypto.verifySignature(p, content, signatures.get(at++))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return content + " σ" + signers;
  }
}
