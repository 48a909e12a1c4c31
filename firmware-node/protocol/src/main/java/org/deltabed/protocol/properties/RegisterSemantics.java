package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.linear.Operation;
import org.deltabed.protocol.history.linear.RegisterSpecification;

/**
 * What a read may return, from what precedes it and what is concurrent with it. Values need not be
 * unique: a read is right if one of the writes of its value makes it so.
 */
final class RegisterSemantics {
  private RegisterSemantics() {}

  /** What is wrong with a read, among all operations of its key. */
  @FunctionalInterface
  interface Judge {
    /** The operations that show it, the read last; none if it is right. */
    Optional<Wrong> wrong(Operation read, List<Operation> all);
  }

  /** Why a read is wrong. */
  record Wrong(String why, List<Operation> shownBy) {
    static Optional<Wrong> because(String why, Operation... shownBy) {
      return Optional.of(new Wrong(why, List.of(shownBy)));
    }
  }

  /** Judges every read that completed. */
  static Outcome check(List<Operation> operations, Judge judge) {
    long checked = 0;
    for (Operation read : operations) {
      if (isWrite(read) || read.isPending()) {
        continue;
      }
      checked++;
      Optional<Wrong> wrong = judge.wrong(read, sameKey(read, operations));
      if (wrong.isPresent()) {
        return broken(checked, wrong.get());
      }
    }
    return Outcome.held(checked, checked + " reads");
  }

  /** Regular: nothing newer was complete, and it was not written later. */
  static Optional<Wrong> regular(Operation read, List<Operation> all) {
    Value value = RegisterSpecification.read(read);
    if (value.equals(new Nil())) {
      return writes(all)
          .filter(w -> w.precedes(read))
          .findFirst()
          .flatMap(w -> Wrong.because("a value was written before", w, read));
    }
    Optional<Wrong> last = written(read, all);
    for (Operation write : writesOf(value, all)) {
      if (read.precedes(write)) {
        continue;
      }
      Optional<Operation> newer =
          writes(all).filter(w -> write.precedes(w) && w.precedes(read)).findFirst();
      if (newer.isEmpty()) {
        return Optional.empty();
      }
      last = Wrong.because("the value was replaced before", write, newer.get(), read);
    }
    return last;
  }

  /** Of a write that did not begin after the read was over, or nil. */
  static Optional<Wrong> written(Operation read, List<Operation> all) {
    Value value = RegisterSpecification.read(read);
    if (value.equals(new Nil())) {
      return Optional.empty();
    }
    List<Operation> writes = writesOf(value, all);
    if (writes.isEmpty()) {
      return Wrong.because("nobody wrote that", read);
    }
    return writes.stream().allMatch(read::precedes)
        ? Wrong.because("it was written later", writes.getFirst(), read)
        : Optional.empty();
  }

  /** Nothing is asked of a read with a write concurrent. */
  static Optional<Wrong> unlessConcurrent(Operation read, List<Operation> all) {
    return writes(all).anyMatch(w -> w.isConcurrentWith(read))
        ? Optional.empty()
        : regular(read, all);
  }

  /** Nothing but a value of the domain is asked of a read with a write concurrent. */
  static Optional<Wrong> safe(Operation read, List<Operation> all, long last) {
    Value value = RegisterSpecification.read(read);
    boolean isOfDomain =
        value instanceof Nil
            || (value instanceof Num(long number) && number >= 0 && number <= last);
    return isOfDomain
        ? unlessConcurrent(read, all)
        : Wrong.because("the domain ends with " + last, read);
  }

  /** No read that follows another returns what was written before; values are unique. */
  static Outcome ordering(List<Operation> operations) {
    long checked = 0;
    for (Operation second : operations) {
      if (isWrite(second) || second.isPending()) {
        continue;
      }
      List<Operation> all = sameKey(second, operations);
      for (Operation first : all) {
        if (isWrite(first) || first.isPending() || !first.precedes(second)) {
          continue;
        }
        checked++;
        Optional<Wrong> wrong = inverted(first, second, all);
        if (wrong.isPresent()) {
          return broken(checked, wrong.get());
        }
      }
    }
    return Outcome.held(checked, checked + " pairs of reads, one after the other");
  }

  private static Optional<Wrong> inverted(Operation first, Operation second, List<Operation> all) {
    Value v = RegisterSpecification.read(first);
    Value w = RegisterSpecification.read(second);
    List<Operation> ofV = writesOf(v, all);
    List<Operation> ofW = writesOf(w, all);
    String why = "the second read returned an older value than the first";
    if (ofV.size() == 1 && w.equals(new Nil())) {
      return Wrong.because(why, ofV.getFirst(), first, second);
    }
    if (ofV.size() == 1 && ofW.size() == 1 && ofW.getFirst().precedes(ofV.getFirst())) {
      return Wrong.because(why, ofW.getFirst(), ofV.getFirst(), first, second);
    }
    return Optional.empty();
  }

  static String list(List<Operation> operations) {
    return operations.stream().map(Operation::toString).collect(Collectors.joining("; "));
  }

  private static Outcome broken(long checked, Wrong wrong) {
    List<String> refs = new ArrayList<>();
    wrong.shownBy.forEach(operation -> refs.addAll(operation.refs()));
    return new Outcome(false, true, checked, list(wrong.shownBy) + ": " + wrong.why, refs);
  }

  private static boolean isWrite(Operation operation) {
    return RegisterSpecification.written(operation) != null;
  }

  private static List<Operation> sameKey(Operation of, List<Operation> operations) {
    Object key = RegisterSpecification.REGISTER.part(of);
    return operations.stream()
        .filter(o -> RegisterSpecification.REGISTER.part(o).equals(key))
        .toList();
  }

  private static Stream<Operation> writes(List<Operation> operations) {
    return operations.stream().filter(RegisterSemantics::isWrite);
  }

  private static List<Operation> writesOf(Value value, List<Operation> operations) {
    return writes(operations).filter(w -> value.equals(RegisterSpecification.written(w))).toList();
  }
}
