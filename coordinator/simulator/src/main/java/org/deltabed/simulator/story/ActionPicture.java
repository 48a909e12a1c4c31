package org.deltabed.simulator.story;

import java.util.HashSet;
import java.util.Set;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.run.Happening;

/** An asynchronous run: a column for each action, and messages from one to another. */
final class ActionPicture implements Picture {
  private record Arrival(int to, int sender, int number) {}

  private record Moment(int process, int time) {}

  /** When processes are asked, which is written where messages begin. */
  private final Set<Moment> asked = new HashSet<>();

  private final Scene scene;
  private final Pen pen;
  private final Svg svg;
  private final Grid grid;

  ActionPicture(Scene scene, Pen pen) {
    this.scene = scene;
    this.pen = pen;
    svg = pen.svg;
    grid = pen.grid;
  }

  @Override
  public double x(int number) {
    return middle(scene.happenings().get(number).time());
  }

  private double middle(int action) {
    return grid.x(action + 0.5);
  }

  @Override
  public void backdrop() {
    svg.text("soft", 14, Grid.TOP - 8, "action");
    for (int action = 0; action < grid.columns(); action++) {
      svg.line("hair", middle(action), Grid.TOP - 3, middle(action), grid.bottom());
      svg.text("tick", middle(action), Grid.TOP - 8, "" + action);
    }
  }

  @Override
  public void traffic() {
    for (Happening happening : scene.happenings()) {
      if (happening instanceof Happening.Did did
          && did.direction() == Direction.REQUEST
          && scene.isTold(did)) {
        asked.add(new Moment(did.process(), did.time()));
      }
    }
    Set<Arrival> arrived = new HashSet<>();
    ProcessSet crashed = ProcessSet.EMPTY;
    for (Happening happening : scene.happenings()) {
      if (happening instanceof Happening.Arrived arrival) {
        arrived.add(new Arrival(arrival.process(), arrival.sender(), arrival.number()));
        if (!isFor(arrival.process(), arrival.message())) {
          continue;
        }
        if (arrival.time() < grid.columns()) {
          arrow(arrival);
        } else if (arrival.sentTime() < grid.columns()) {
          later(arrival);
        }
      }
      if (happening instanceof Happening.Crashed(_, int process)) {
        crashed = crashed.with(process);
      }
    }
    ProcessSet alive = ProcessSet.all(scene.n()).minus(crashed);
    for (Happening happening : scene.happenings()) {
      if (happening instanceof Happening.Sent message && message.time() < grid.columns()) {
        lost(message, alive, arrived);
      }
    }
  }

  /** What is addressed to somebody else is dropped where it arrives, and not worth an arrow. */
  static boolean isFor(int process, Value message) {
    return !(message instanceof Addressed(int to, var _)) || to == process;
  }

  /** The arrow shows to whom it goes. */
  private static Value unaddressed(Value message) {
    return message instanceof Addressed(int _, var inner) ? inner : message;
  }

  private void arrow(Happening.Arrived arrival) {
    double x1 = middle(arrival.sentTime());
    double x2 = middle(arrival.time());
    double y1 = grid.y(arrival.sender());
    double y2 = grid.y(arrival.process());
    String what = arrival.instance() + " " + arrival.message();
    svg.group("p" + arrival.sender() + " to p" + arrival.process() + ": " + what);
    if (arrival.sender() == arrival.process()) {
      double low = y1 + 22;
      String ends = Pen.point(x1, low) + " " + Pen.point(x2, low) + " " + Pen.point(x2, y2 + 2);
      svg.path("own", "M" + Pen.point(x1, y1) + "C" + ends);
    } else {
      double y = y2 - Math.signum(y2 - y1) * 2;
      pen.arrow("message", x1, y1, x2, y);
      String label = Svg.cut(Brief.of(unaddressed(arrival.message())), 12);
      boolean isRequest = asked.contains(new Moment(arrival.sender(), arrival.sentTime()));
      boolean isShort = y2 - y1 == Grid.LANE;
      double at = isRequest && isShort ? 0.52 : 0.4;
      svg.text("label", x1 + (x2 - x1) * at, y1 + (y - y1) * at + 4, label);
    }
    svg.end();
  }

  /** What arrives only after the end of the picture goes a part of the way. */
  private void later(Happening.Arrived arrival) {
    if (arrival.process() != arrival.sender()) {
      double x = middle(arrival.sentTime());
      double y = grid.y(arrival.sender());
      double down = Math.signum(arrival.process() - arrival.sender()) * Grid.LANE;
      svg.line("later", x, y, x + grid.wide() * 0.4, y + down * 0.4);
    }
  }

  /** What those that live never get goes a part of the way, to a cross if the run is over. */
  private void lost(Happening.Sent message, ProcessSet alive, Set<Arrival> arrived) {
    int from = message.process();
    for (int to = alive.first(); to != 0; to = alive.next(to)) {
      boolean isMeant = to != from && isFor(to, message.message());
      if (isMeant && !arrived.contains(new Arrival(to, from, message.number()))) {
        double x = middle(message.time());
        double y = grid.y(from);
        double down = Math.signum(to - from) * Grid.LANE;
        if (scene.isUnderWay()) {
          svg.line("later", x, y, x + grid.wide() * 0.4, y + down * 0.4);
          continue;
        }
        svg.group("p" + from + " to p" + to + ", does not arrive: " + message.message());
        pen.lost(x, y, x + grid.wide(), y + down, 0.4);
        svg.end();
      }
    }
  }
}
