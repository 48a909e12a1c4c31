package org.deltabed.protocol.properties;

import java.util.List;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.replication.backup.Roles;
import org.deltabed.protocol.replication.backup.Servers;

/** Properties of a view service, closed by deltabed: primary-backup-puthash only uses one. */
public final class ViewServiceProperties {
  private ViewServiceProperties() {}

  public static List<Property> of(String instance) {
    return List.of(order(instance), agreement(instance), succession(instance));
  }

  public static Property order(String instance) {
    return new NamedProperty(
        "order",
        instance,
        "The numbers of the views that a process is told of grow",
        false,
        false,
        history -> checkOrder(history, instance));
  }

  public static Property agreement(String instance) {
    return new NamedProperty(
        "agreement",
        instance,
        "No two processes are told of different views of one number",
        false,
        false,
        history -> checkAgreement(history, instance));
  }

  public static Property succession(String instance) {
    return new NamedProperty(
        "succession",
        instance,
        "The primary of a view was primary or backup of the view before it",
        false,
        false,
        history -> checkSuccession(history, instance));
  }

  private static List<Occurrence> views(History history, String instance) {
    return history.of(instance, Direction.INDICATION, NewView.class).toList();
  }

  private static Servers view(Occurrence told) {
    return (Servers) ((NewView) told.event()).view();
  }

  private static Outcome checkOrder(History history, String instance) {
    List<Occurrence> views = views(history, instance);
    for (int p = history.processes().first(); p != 0; p = history.processes().next(p)) {
      int last = 1;
      for (Occurrence told : views) {
        if (told.process() == p && view(told).number() <= last) {
          return Outcome.broken(views.size(), told + ", after view " + last, told);
        }
        last = told.process() == p ? view(told).number() : last;
      }
    }
    return Outcome.held(views.size(), views.size() + " views in order");
  }

  private static Outcome checkAgreement(History history, String instance) {
    List<Occurrence> views = views(history, instance);
    for (Occurrence one : views) {
      for (Occurrence other : views) {
        boolean isSame =
            view(one).number() != view(other).number() || view(one).equals(view(other));
        if (!isSame) {
          return Outcome.broken(views.size(), one + ", but " + other, one, other);
        }
      }
    }
    return Outcome.held(views.size(), views.size() + " views compared");
  }

  private static Outcome checkSuccession(History history, String instance) {
    List<Occurrence> views =
        views(history, instance).stream().filter(o -> o.process() == Roles.VIEW_SERVER).toList();
    Servers last = Roles.firstView(history.n());
    for (Occurrence told : views) {
      Servers next = view(told);
      if (next.primary() != last.primary() && next.primary() != last.backup()) {
        return Outcome.broken(views.size(), told + ", after " + last, told);
      }
      last = next;
    }
    return Outcome.held(views.size(), views.size() + " views followed on one another");
  }
}
