package org.deltabed.protocol;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.deltabed.protocol.replication.active.Join;
import org.deltabed.protocol.replication.backup.Acknowledge;
import org.deltabed.protocol.replication.backup.Acknowledged;
import org.deltabed.protocol.replication.backup.BackupCall;
import org.deltabed.protocol.replication.backup.BackupResult;
import org.deltabed.protocol.replication.backup.ClientCall;
import org.deltabed.protocol.replication.backup.Hashed;
import org.deltabed.protocol.replication.backup.Pair;
import org.deltabed.protocol.replication.backup.PutHash;
import org.deltabed.protocol.replication.backup.PutHashReturn;
import org.deltabed.protocol.replication.backup.Refused;
import org.deltabed.protocol.replication.backup.Result;
import org.deltabed.protocol.replication.backup.Retry;
import org.deltabed.protocol.replication.backup.ServerState;
import org.deltabed.protocol.replication.backup.Servers;
import org.deltabed.protocol.replication.backup.Transfer;
import org.deltabed.protocol.replication.backup.Transferred;
import org.deltabed.protocol.replication.paxos.Accepted;
import org.deltabed.protocol.replication.paxos.Chosen;
import org.deltabed.protocol.replication.paxos.Forward;
import org.deltabed.protocol.replication.paxos.Learn;
import org.deltabed.protocol.replication.paxos.Prepare;
import org.deltabed.protocol.replication.paxos.Promise;
import org.deltabed.protocol.replication.paxos.Proposal;
import org.deltabed.protocol.replication.paxos.Rejected;
import org.deltabed.protocol.replication.pbft.Answer;
import org.deltabed.protocol.replication.pbft.Certificate;
import org.deltabed.protocol.replication.pbft.Checkpoint;
import org.deltabed.protocol.replication.pbft.CommitOrder;
import org.deltabed.protocol.replication.pbft.EnterView;
import org.deltabed.protocol.replication.pbft.Executed;
import org.deltabed.protocol.replication.pbft.Fetch;
import org.deltabed.protocol.replication.pbft.Order;
import org.deltabed.protocol.replication.pbft.PrePrepare;
import org.deltabed.protocol.replication.pbft.PrepareOrder;
import org.deltabed.protocol.replication.pbft.Prepared;
import org.deltabed.protocol.replication.pbft.Reply;
import org.deltabed.protocol.replication.pbft.Service;
import org.deltabed.protocol.replication.pbft.Snapshot;
import org.deltabed.protocol.replication.pbft.StartTimer;
import org.deltabed.protocol.replication.pbft.Statement;
import org.deltabed.protocol.replication.pbft.StopTimer;
import org.deltabed.protocol.replication.pbft.TimedOut;
import org.deltabed.protocol.replication.pbft.ViewChange;

/**
 * The closed list of record types that may travel or be traced. Numbers and names are stable:
 * traces and frames of an older version stay readable, so a number is never used again. Values have
 * numbers below 64, events from 64 on.
 */
public final class Vocabulary {
  /** What a record component may be. */
  public enum Kind {
    INT,
    LONG,
    BOOLEAN,
    STRING,
    PROCESS_SET,
    VALUE,
    VALUES;

    static Kind of(Type type) {
      return switch (type.getTypeName()) {
        case "int" -> INT;
        case "long" -> LONG;
        case "boolean" -> BOOLEAN;
        case "java.lang.String" -> STRING;
        case "org.deltabed.protocol.ProcessSet" -> PROCESS_SET;
        case "org.deltabed.protocol.Value" -> VALUE;
        case "java.util.List<org.deltabed.protocol.Value>" -> VALUES;
        default ->
            throw new IllegalStateException("no record of the vocabulary may hold a " + type);
      };
    }
  }

  /** A record component: its name in traces and its kind. */
  public record Field(String name, Kind kind) {}

  private static final List<Word> WORDS =
      List.of(
          new Word(1, Num.class),
          new Word(2, Text.class),
          new Word(3, Nil.class),
          new Word(4, Sequence.class),
          new Word(5, InRound.class),
          new Word(6, Data.class),
          new Word(7, View.class),
          new Word(8, Addressed.class),
          new Word(9, Numbered.class),
          new Word(10, Vector.class),
          new Word(11, Ping.class),
          new Word(12, Pong.class),
          new Word(13, Stamped.class),
          new Word(14, Alive.class),
          new Word(15, Retry.class),
          new Word(16, WithPast.class),
          new Word(17, WithVector.class),
          new Word(18, Ack.class),
          new Word(19, Version.class),
          new Word(20, Store.class),
          new Word(21, Stored.class),
          new Word(22, Query.class),
          new Word(23, Held.class),
          new Word(24, Keyed.class),
          new Word(28, SenderFailed.class),
          new Word(29, Estimate.class),
          new Word(30, Decided.class),
          new Word(31, Seal.class),
          new Word(32, Authenticated.class),
          new Word(33, Signed.class),
          new Word(34, Heartbeat.class),
          new Word(35, Latest.class),
          new Word(36, Impose.class),
          new Word(37, Adopted.class),
          new Word(38, Vote.class),
          new Word(40, InView.class),
          new Word(41, Flush.class),
          new Word(42, Change.class),
          new Word(43, Initial.class),
          new Word(44, Echo.class),
          new Word(45, Ready.class),
          new Word(46, Final.class),
          new Word(47, ClientCall.class),
          new Word(48, Hashed.class),
          new Word(49, Result.class),
          new Word(52, Prepare.class),
          new Word(53, Promise.class),
          new Word(54, Proposal.class),
          new Word(55, Accepted.class),
          new Word(56, Rejected.class),
          new Word(57, Chosen.class),
          new Word(58, Forward.class),
          new Word(59, Statement.class),
          new Word(60, PrePrepare.class),
          new Word(61, PrepareOrder.class),
          new Word(62, CommitOrder.class),
          new Word(63, Reply.class),
          new Word(64, Propose.class),
          new Word(65, Decide.class),
          new Word(66, Broadcast.class),
          new Word(67, Deliver.class),
          new Word(68, Crash.class),
          new Word(69, Send.class),
          new Word(70, Handle.class),
          new Word(71, Confirm.class),
          new Word(72, Processed.class),
          new Word(73, SentAt.class),
          new Word(74, DeliveredAt.class),
          new Word(75, Restore.class),
          new Word(76, Suspect.class),
          new Word(77, Leader.class),
          new Word(93, NewView.class),
          new Word(94, Block.class),
          new Word(95, BlockOk.class),
          new Word(96, Execute.class),
          new Word(97, Output.class),
          new Word(98, Read.class),
          new Word(99, Write.class),
          new Word(100, ReadReturn.class),
          new Word(101, WriteReturn.class),
          new Word(102, Get.class),
          new Word(103, Put.class),
          new Word(106, PutHash.class),
          new Word(107, PutHashReturn.class),
          new Word(108, Acknowledge.class),
          new Word(109, Join.class),
          new Word(120, Learn.class),
          new Word(121, StartTimer.class),
          new Word(122, StopTimer.class),
          new Word(123, TimedOut.class),
          new Word(124, Order.class),
          new Word(126, Executed.class),
          new Word(128, Checkpoint.class),
          new Word(129, Certificate.class),
          new Word(130, Prepared.class),
          new Word(131, ViewChange.class),
          new Word(132, EnterView.class),
          new Word(133, Fetch.class),
          new Word(134, Snapshot.class),
          new Word(135, Answer.class),
          new Word(136, Service.class),
          new Word(140, SignedWrite.class),
          new Word(141, Inquiry.class),
          new Word(150, BackupCall.class),
          new Word(151, BackupResult.class),
          new Word(152, Refused.class),
          new Word(153, ServerState.class),
          new Word(154, Pair.class),
          new Word(155, Servers.class),
          new Word(156, Transfer.class),
          new Word(157, Transferred.class),
          new Word(158, Acknowledged.class));

  private static final Word[] BY_NUMBER = new Word[256];
  private static final TreeMap<String, Word> BY_NAME = new TreeMap<>();
  private static final ClassValue<Word> BY_TYPE =
      new ClassValue<>() {
        @Override
        protected Word computeValue(Class<?> type) {
          return WORDS.stream()
              .filter(word -> word.type() == type)
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException(type.getName() + " is not in the vocabulary"));
        }
      };

  static {
    for (Word word : WORDS) {
      if (BY_NUMBER[word.number()] != null || BY_NAME.put(word.name(), word) != null) {
        throw new IllegalStateException("number or name twice in the vocabulary: " + word.name());
      }
      BY_NUMBER[word.number()] = word;
    }
  }

  private Vocabulary() {}

  /** All words, by number. */
  public static List<Word> words() {
    return WORDS;
  }

  /** The word of a record; throws IllegalArgumentException for a type that may not travel. */
  public static Word of(Object record) {
    return BY_TYPE.get(record.getClass());
  }

  /** The word of that number, or null: frames and traces may hold anything. */
  public static Word byNumber(int number) {
    return number < 0 || number >= BY_NUMBER.length ? null : BY_NUMBER[number];
  }

  /** The word of that name, or null: frames and traces may hold anything. */
  public static Word byName(String name) {
    return BY_NAME.get(name);
  }

  /**
   * One record type of the vocabulary; makes and reads its records without the caller knowing the
   * type.
   */
  public static final class Word {
    private final int number;
    private final Class<? extends Record> type;
    private final List<Field> fields;
    private final MethodHandle[] accessors;
    private final MethodHandle constructor;

    private Word(int number, Class<? extends Record> type) {
      this.number = number;
      this.type = type;
      RecordComponent[] components = type.getRecordComponents();
      this.accessors = new MethodHandle[components.length];
      List<Field> named = new ArrayList<>();
      try {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        for (int i = 0; i < components.length; i++) {
          named.add(new Field(components[i].getName(), Kind.of(components[i].getGenericType())));
          accessors[i] =
              lookup
                  .unreflect(components[i].getAccessor())
                  .asType(MethodType.methodType(Object.class, Object.class));
        }
        Class<?>[] types =
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        this.constructor =
            lookup
                .findConstructor(type, MethodType.methodType(void.class, types))
                .asType(MethodType.genericMethodType(types.length))
                .asSpreader(Object[].class, types.length);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the vocabulary cannot reach " + type, e);
      }
      this.fields = List.copyOf(named);
    }

    public int number() {
      return number;
    }

    /** The name in traces: the record's simple name. */
    public String name() {
      return type.getSimpleName();
    }

    public Class<? extends Record> type() {
      return type;
    }

    public List<Field> fields() {
      return fields;
    }

    public boolean isValue() {
      return Value.class.isAssignableFrom(type);
    }

    /** The record's component at that position; numbers are boxed. */
    public Object get(Object record, int field) {
      try {
        return accessors[field].invokeExact(record);
      } catch (Throwable e) {
        throw new IllegalStateException(
            name() + "." + fields.get(field).name() + " cannot be read", e);
      }
    }

    /**
     * A record from its components in order.
     *
     * @throws IllegalArgumentException if they are not of the declared kinds or the record refuses
     *     them
     */
    public Record make(Object... components) {
      try {
        return (Record) constructor.invoke(components);
      } catch (Throwable e) {
        throw new IllegalArgumentException(
            "no " + name() + " from " + Arrays.toString(components), e);
      }
    }
  }
}
