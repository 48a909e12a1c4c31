package org.deltabed.lab.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLSocketFactory;
import org.deltabed.agent.tls.CertificateRefused;
import org.deltabed.agent.tls.MutualTls;
import org.deltabed.agent.tls.TlsFiles;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.power.Asked;
import org.deltabed.hardware.power.PersonPower;
import org.deltabed.hardware.power.PowerPorts;
import org.deltabed.hardware.power.PowerSeen;
import org.deltabed.hardware.power.PowerSwitches;
import org.deltabed.hardware.power.RelayLine;
import org.deltabed.hardware.power.SupplySense;
import org.deltabed.hardware.power.plug.BrokerLogin;
import org.deltabed.hardware.power.plug.PahoPlugBroker;
import org.deltabed.hardware.power.plug.PlugBroker;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * The switches of all nodes. A change may take as long as a person takes, so each is made on a
 * thread of its own, one at a time for a node; what came of it is told.
 */
final class BenchPower implements PowerPorts, AutoCloseable {

  /** Hears what became of a change; on the thread that made it. */
  interface Listener {
    /** It was made; what confirms it is in the change. */
    void changed(NodeSpec node, PowerChange change);

    /** It was asked for, and nothing confirms it (F08). */
    void notConfirmed(NodeSpec node, PowerState wanted, String why);
  }

  private static final long BROKER_MS = 10_000;
  private static final long TAKE_BACK_MS_MAX = 8_000;

  private final BenchSettings settings;
  private final BenchPins pins;
  private final Map<Integer, NodeWatch> watches;
  private final Asked person;
  private final Listener listener;
  private final PowerSwitches drivers;
  private final Map<Integer, PowerSwitch> switches = new TreeMap<>();
  private final Map<Integer, Thread> changing = new TreeMap<>();
  private PahoPlugBroker broker;

  /** How often orders were taken back; an order is of the count at which it was given. */
  private long takenBack;

  BenchPower(
      Testbed testbed,
      BenchSettings settings,
      BenchPins pins,
      Map<Integer, NodeWatch> watches,
      Asked person,
      Listener listener)
      throws IOException {
    this.settings = settings;
    this.pins = pins;
    this.watches = watches;
    this.person = person;
    this.listener = listener;
    drivers = new PowerSwitches(testbed.name(), this);
    for (NodeSpec node : testbed.nodes()) {
      switches.put(node.id(), drivers.open(node));
    }
  }

  /** Cuts a node's power, and gives it back after so long if that is not 0. */
  void cut(NodeSpec node, long restoreAfterMs) {
    change(
        node,
        order -> {
          make(node, PowerState.OFF);
          if (restoreAfterMs > 0 && stillOrderedAfter(restoreAfterMs, order)) {
            make(node, PowerState.ON);
          }
        });
  }

  /** Switches a node's power, whatever its program does, when what was asked before is done. */
  synchronized void make(NodeSpec node, boolean on) {
    Thread before = changing.get(node.id());
    Runnable change =
        () -> {
          try {
            if (before != null) {
              before.join();
            }
            make(node, PowerState.of(on));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is not wanted any more
          }
        };
    String name = "power-of-" + node.name();
    changing.put(node.id(), Thread.ofPlatform().daemon().name(name).start(change));
  }

  /** Gives a node power; one that has it, and whose program does not run, loses it first. */
  void restart(NodeSpec node) {
    change(
        node,
        order -> {
          PowerSwitch power = switches.get(node.id());
          boolean off = power.state() == PowerState.OFF;
          if (!off) {
            if (power instanceof PersonPower) {
              person.ask(
                  node.name() + " needs a new start; this pull is not part of the experiment.");
            }
            off = make(node, PowerState.OFF);
          }
          if (off && stillOrderedAfter(0, order)) {
            make(node, PowerState.ON);
          }
        });
  }

  /** What is asked while a change is under way is what is under way. */
  private synchronized void change(NodeSpec node, LongConsumer change) {
    Thread running = changing.get(node.id());
    if (running == null || !running.isAlive()) {
      long order = takenBack;
      String name = "power-of-" + node.name();
      changing.put(
          node.id(), Thread.ofPlatform().daemon().name(name).start(() -> change.accept(order)));
    }
  }

  /** Waits before a second step; false if the order was taken back before or meanwhile. */
  private synchronized boolean stillOrderedAfter(long waitMs, long order) {
    long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMs);
    try {
      for (long leftNs = endNs - System.nanoTime();
          leftNs > 0 && takenBack == order;
          leftNs = endNs - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, leftNs);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return takenBack == order;
  }

  /**
   * Takes back what has not happened yet: nobody is asked any more. Only who waits for a person is
   * interrupted; a driver that is about to switch is left to finish, since an interrupt would close
   * the sockets that it speaks on.
   */
  void takeBack() throws InterruptedException {
    Map<Integer, Thread> running;
    synchronized (this) {
      takenBack++;
      notifyAll();
      running = new TreeMap<>(changing);
    }
    running.forEach(
        (node, change) -> {
          if (switches.get(node) instanceof PersonPower) {
            change.interrupt();
          }
        });
    long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TAKE_BACK_MS_MAX);
    for (Thread change : running.values()) {
      change.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime())));
    }
  }

  /** False if nothing confirms it. */
  private boolean make(NodeSpec node, PowerState wanted) {
    PowerSwitch power = switches.get(node.id());
    try {
      PowerChange change = wanted == PowerState.ON ? power.on() : power.off();
      if (wanted == PowerState.ON) {
        watches.get(node.id()).expect();
      }
      listener.changed(node, change);
      return true;
    } catch (PowerNotConfirmed e) {
      if (!Thread.currentThread().isInterrupted()) {
        listener.notConfirmed(node, wanted, e.getMessage());
      }
      return false;
    }
  }

  @Override
  public RelayLine relay(NodeSpec node) {
    boolean restHigh = Boolean.parseBoolean(node.power().setting("activeLow", "false"));
    return pins.relay(node.coordinatorPins().get("relay"), restHigh);
  }

  @Override
  public Optional<PowerSeen> supply(NodeSpec node) {
    String line = node.coordinatorPins().get("sense");
    return line == null ? Optional.empty() : Optional.of(new SupplySense(pins.input(line)));
  }

  @Override
  public PowerSeen life(NodeSpec node) {
    return supply(node).orElse(watches.get(node.id()));
  }

  @Override
  public synchronized PlugBroker broker() throws IOException {
    if (broker == null) {
      broker = new PahoPlugBroker(login());
      try {
        if (!broker.awaitConnected(BROKER_MS)) {
          throw new IOException("the plugs' broker: " + broker.lastError());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped while connecting to the plugs' broker", e);
      }
    }
    return broker;
  }

  private BrokerLogin login() throws IOException {
    String password =
        settings.plugsPasswordFile().isEmpty()
            ? ""
            : Files.readString(Path.of(settings.plugsPasswordFile()), StandardCharsets.UTF_8)
                .strip();
    return new BrokerLogin(settings.plugsUrl(), settings.plugsUser(), password, tls());
  }

  private SSLSocketFactory tls() throws IOException {
    List<String> files = settings.plugsTls();
    if (files.isEmpty()) {
      return null;
    }
    try {
      return MutualTls.load(
              new TlsFiles(Path.of(files.get(0)), Path.of(files.get(1)), Path.of(files.get(2))))
          .socketFactory();
    } catch (CertificateRefused e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public Asked person() {
    return person;
  }

  @Override
  public String device(String named) {
    return settings.relayBoards().getOrDefault(named, named);
  }

  /** Lets go of all switches; nobody's power changes (F09). */
  @Override
  public void close() {
    switches.values().forEach(PowerSwitch::close);
    drivers.close();
    if (broker != null) {
      broker.close();
    }
  }
}
