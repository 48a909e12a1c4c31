package org.deltabed.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.protocol.agreement.Early;
import org.deltabed.protocol.broadcast.MessageSet;
import org.deltabed.protocol.broadcast.Past;
import org.deltabed.protocol.broadcast.ProcessesByMessage;
import org.deltabed.protocol.broadcast.Votes;
import org.deltabed.protocol.link.Received;
import org.deltabed.protocol.memory.Doing;
import org.deltabed.protocol.memory.VersionsByKey;
import org.deltabed.protocol.replication.Account;
import org.deltabed.protocol.replication.active.Hearsay;
import org.deltabed.protocol.replication.backup.Pair;
import org.deltabed.protocol.replication.backup.ServerState;
import org.deltabed.protocol.replication.backup.Servers;
import org.deltabed.protocol.replication.paxos.Acceptor;
import org.deltabed.protocol.replication.paxos.Chosen;
import org.deltabed.protocol.replication.paxos.Learner;
import org.deltabed.protocol.replication.paxos.Proposer;
import org.deltabed.protocol.replication.pbft.Certificate;
import org.deltabed.protocol.replication.pbft.Entry;
import org.deltabed.protocol.replication.pbft.OrderLog;
import org.deltabed.protocol.replication.pbft.Service;
import org.deltabed.protocol.replication.pbft.Stability;
import org.deltabed.protocol.replication.pbft.Statement;
import org.deltabed.protocol.replication.pbft.TooEarly;
import org.deltabed.protocol.replication.pbft.ViewChanges;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mutable field of every component, the mistaken ones too, is in its state S: saved, loaded,
 * and told apart.
 */
class StateMirrorTest {
  static List<Class<?>> components() throws Exception {
    Path classes =
        Path.of(Component.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> components = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(classes)) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        String name =
            classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
        if (name.endsWith("-info")) {
          continue;
        }
        Class<?> type = Class.forName(name, false, StateMirrorTest.class.getClassLoader());
        if (Component.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
          components.add(type);
        }
      }
    }
    assertTrue(components.size() >= 16, "the components are found: " + components);
    return components;
  }

  @ParameterizedTest
  @MethodSource("components")
  void everyMutableFieldIsInTheState(Class<?> type) throws Exception {
    for (Field field : mutableFields(type)) {
      Component<?> changed = make(type);
      Record before = changed.save();
      Object sample = sample(field);
      field.set(changed, sample);
      Record after = changed.save();
      assertNotEquals(before, after, field + " is not saved");

      Component<?> restored = make(type);
      load(restored, after);
      assertEquals(sample, field.get(restored), field + " is not loaded");
      assertEquals(after, restored.save());
      load(restored, before);
      assertEquals(before, restored.save());
    }
  }

  /** An init may send already. */
  private static final Component.Port NOWHERE =
      new Component.Port() {
        @Override
        public void request(String use, int index, Event event) {}

        @Override
        public void initialise(String use, int index) {}

        @Override
        public void indicate(Event event) {}

        @Override
        public void send(Value message) {}
      };

  private static Component<?> make(Class<?> type) throws ReflectiveOperationException {
    Component<?> component =
        (Component<?>)
            type.getConstructor(Component.Context.class).newInstance(new Component.Context(2, 3));
    component.attach(NOWHERE);
    component.init();
    return component;
  }

  @SuppressWarnings("unchecked")
  private static <S extends Record> void load(Component<S> component, Record state) {
    component.load((S) state);
  }

  private static List<Field> mutableFields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> at = type; at != Component.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          assertTrue(
              !field.getType().isArray(), field + " is an array, which a state may not share");
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    return fields;
  }

  /** A value that no component begins with. */
  private static Object sample(Field field) {
    return switch (field.getType().getSimpleName()) {
      case "int" -> 77;
      case "long" -> 77L;
      case "boolean" -> true;
      case "ProcessSet" -> ProcessSet.of(1, 3);
      case "Value" -> new Num(77);
      case "Mailbox" -> Mailbox.EMPTY.with(3, new Num(77));
      case "Account" -> new Account(77);
      case "View" -> new View(7, ProcessSet.of(1, 3));
      case "ValueSet" -> ValueSet.EMPTY.with(new Num(77));
      case "Early" -> Early.NONE.with(3, new Num(77));
      case "TooEarly" -> new TooEarly(List.of(new Data(7, new Num(77))));
      case "List" -> List.of(new Num(77));
      case "Vector" -> Vector.of(7, 0, 7);
      case "Received" -> Received.nothing(3).with(1, 7);
      case "MessageSet" -> MessageSet.EMPTY.with(3, new Num(77));
      case "Past" -> Past.NONE.with(3, new Num(77));
      case "ProcessesByMessage" -> ProcessesByMessage.NONE.with(3, new Num(77), 1);
      case "Votes" -> Votes.none(3).with(1, new Num(77));
      case "SignedWrite" -> new SignedWrite(7, new Num(77), new Num(78));
      case "Version" -> new Version(7, 2, new Num(77));
      case "VersionsByKey" -> VersionsByKey.NONE.with(new Num(7), new Version(7, 2, new Num(77)));
      case "Doing" -> Doing.IMPOSING;
      case "Servers" -> new Servers(7, 1, 3);
      case "ServerState" -> ServerState.EMPTY.with(new Pair(new Num(7), new Num(77)));
      case "Hearsay" -> Hearsay.nothing(1, 3).with(3, 1, new Num(77));
      case "Acceptor" -> Acceptor.NEW.promise(77);
      case "Proposer" -> Proposer.of(77, 1);
      case "Learner" -> Learner.NEW.with(new Chosen(7, new Num(77)));
      case "OrderLog" ->
          new OrderLog(List.of(new Entry(7, null, List.of(), List.of(), null, true)));
      case "Service" -> new Service(77, List.of());
      case "Stability" ->
          new Stability(
              new Certificate(new Num(77), ProcessSet.EMPTY, List.of()),
              Service.NEW,
              List.of(),
              List.of());
      case "ViewChanges" -> new ViewChanges(List.of(new Statement(7, new Num(77), new Num(7))));
      default -> throw new AssertionError("give the test a sample for " + field);
    };
  }
}
