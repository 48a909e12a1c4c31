package org.deltabed.lab.campaign;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.deltabed.lab.plan.Plan;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.Testbed;

/**
 * The folder of one campaign, {@code runs/<id>/}: everything that the checker and a reader need.
 */
public final class RunFolder {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final String id;
  private final Path path;

  private RunFolder(String id, Path path) {
    this.id = id;
    this.path = path;
  }

  /**
   * Makes a new folder.
   *
   * @param runs the folder of all campaigns
   * @param id the campaign's id, or empty for one made of the time and a random part
   * @throws BadInput for an id that would be no plain folder name (F44), or that exists
   */
  public static RunFolder create(Path runs, String id) throws IOException {
    String chosen =
        id.isEmpty()
            ? STAMP.format(Clock.systemUTC().instant().atOffset(ZoneOffset.UTC))
                + "-"
                + Session.hex(2)
            : id;
    requireId(chosen);
    Files.createDirectories(runs);
    Path path = runs.resolve(chosen);
    try {
      Files.createDirectory(path);
    } catch (FileAlreadyExistsException e) {
      throw new BadInput(
          "--id", 0, "there is a campaign " + chosen + " already", "choose another id");
    }
    Files.createDirectory(path.resolve("trace"));
    return new RunFolder(chosen, path);
  }

  /**
   * The folder of a campaign that was stopped, to go on with it.
   *
   * @throws BadInput if there is none of that id
   */
  public static RunFolder open(Path runs, String id) throws IOException {
    requireId(id);
    Path path = runs.resolve(id);
    if (id.isEmpty() || !Files.isRegularFile(path.resolve("campaign.json"))) {
      throw new BadInput(
          "--resume", 0, "there is no campaign " + path, "name one of the folders in " + runs);
    }
    return new RunFolder(id, path);
  }

  /**
   * Refuses an id that would be no plain folder name (F44); the empty one stands for a new one.
   *
   * @throws BadInput naming it
   */
  static void requireId(String id) {
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      throw new BadInput(
          "--id", 0, "\"" + id + "\" is no campaign id", "use letters, digits, - and _ only");
    }
  }

  /** The campaign's id. */
  public String id() {
    return id;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Where the traces go. */
  public Path traces() {
    return path.resolve("trace");
  }

  /**
   * Keeps what the campaign was made from: the plan and wiring as written, and the wiring as
   * resolved.
   */
  public void keep(Plan plan, Testbed resolved) throws IOException {
    Files.copy(plan.file(), path.resolve("plan.yaml"));
    Files.copy(plan.testbed(), path.resolve("wiring.yaml"));
    Files.writeString(path.resolve("wiring.json"), resolved.toJson());
    Files.writeString(path.resolve("versions.json"), Versions.json());
  }
}
