package org.deltabed.simulator.run;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.State;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.schedule.Setting;

/** The processes of one run: every step of them is recorded as it happens. */
final class Processes {
  /** A message on its way: number {@code number} of its sender, handed to the bus at that time. */
  record Flight(int sender, int number, int sentTime, String instance, Value message) {}

  private final class Tower implements Stack.Output {
    final int rank;
    final Stack stack;
    final List<Event> requests;
    final List<Flight> handed = new ArrayList<>();
    int asked;
    int sent;

    Tower(int rank) {
      this.rank = rank;
      stack = new Stack(protocol.composition(), rank, setting.n(), setting.f(), this);
      Value given = setting.values().get(rank - 1);
      requests = protocol.workload().requests(rank, setting.n(), given, setting.requestsEach());
    }

    @Override
    public void send(String instance, Value message) {
      happenings.add(new Happening.Sent(time, rank, sent, instance, message));
      handed.add(new Flight(rank, sent++, time, instance, message));
    }

    @Override
    public void event(String instance, Direction direction, Event event) {
      happenings.add(new Happening.Did(time, rank, instance, direction, event));
    }
  }

  private final Setting setting;
  private final Protocol protocol;
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Tower> towers = new ArrayList<>();
  private ProcessSet crashed = ProcessSet.EMPTY;
  private int time;

  /**
   * @param protocol that of the setting, or the form of it that runs under this adversary
   */
  Processes(Setting setting, Protocol protocol) {
    this.setting = setting;
    this.protocol = protocol;
    for (int p = 1; p <= setting.n(); p++) {
      towers.add(new Tower(p));
    }
    correct().forEach(p -> tower(p).stack.init());
  }

  /** Those that are not Byzantine; the towers of the others do nothing. */
  private ProcessSet correct() {
    return ProcessSet.all(setting.n()).minus(setting.liberties().byzantine());
  }

  int n() {
    return setting.n();
  }

  void at(int now) {
    time = now;
  }

  List<Happening> happenings() {
    return happenings;
  }

  ProcessSet crashed() {
    return crashed;
  }

  ProcessSet alive() {
    return correct().minus(crashed);
  }

  /** Whether the processes are told of crashes. */
  boolean hearsSilence() {
    return tower(1).stack.hearsSilence();
  }

  boolean isAlive(int process) {
    return alive().contains(process);
  }

  /** Whether the process has a request to come. */
  boolean isToBeAsked(int process) {
    return tower(process).asked < tower(process).requests.size();
  }

  void ask(int process) {
    Tower asked = tower(process);
    asked.stack.request(protocol.top(), asked.requests.get(asked.asked++));
  }

  /** Takes what the process has handed to the bus since it was last taken. */
  List<Flight> takeHanded(int process) {
    List<Flight> handed = List.copyOf(tower(process).handed);
    tower(process).handed.clear();
    return handed;
  }

  void frame(int process, int messages, ProcessSet reached) {
    happenings.add(new Happening.Framed(time, process, messages, reached));
  }

  void arrive(int process, Flight flight, int sentTime) {
    happenings.add(
        new Happening.Arrived(
            time,
            process,
            flight.sender(),
            flight.number(),
            sentTime,
            flight.instance(),
            flight.message()));
    tower(process).stack.deliver(flight.sender(), flight.instance(), flight.message());
  }

  /** A message that a Byzantine process has made up. */
  void forged(int process, int sender, String instance, Value message) {
    happenings.add(
        new Happening.Arrived(time, process, sender, Happening.MADE_UP, time, instance, message));
    tower(process).stack.deliver(sender, instance, message);
  }

  void heard(int process, int owner) {
    happenings.add(new Happening.Restored(time, process, owner));
    tower(process).stack.heard(owner);
  }

  void silence(int process, int owner) {
    happenings.add(new Happening.Silent(time, process, owner));
    tower(process).stack.silence(owner);
  }

  void cycleEnd(int process) {
    tower(process).stack.cycleEnd();
  }

  void crash(int process) {
    crashed = crashed.with(process);
    happenings.add(new Happening.Crashed(time, process));
  }

  State state(int process) {
    return tower(process).stack.save();
  }

  private Tower tower(int rank) {
    return towers.get(rank - 1);
  }
}
