package org.deltabed.lab.testing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.deltabed.checker.Fault;
import org.deltabed.lab.campaign.LiveTestbed;

/** A real testbed with something wrong about it, which a test adds by overriding. */
public class WrappedTestbed implements LiveTestbed {

  private final LiveTestbed live;

  /** Behaves like {@code live}, which it closes. */
  protected WrappedTestbed(LiveTestbed live) {
    this.live = live;
  }

  @Override
  public void powerOn(int node) throws IOException {
    live.powerOn(node);
  }

  @Override
  public boolean alive(int node) {
    return live.alive(node);
  }

  @Override
  public Optional<String> refusal(int node) {
    return live.refusal(node);
  }

  @Override
  public void beginRun(String run) throws IOException {
    live.beginRun(run);
  }

  @Override
  public void endRun() throws IOException {
    live.endRun();
  }

  @Override
  public void arm(List<Fault> faults) throws IOException {
    live.arm(faults);
  }

  @Override
  public void disarm() throws IOException {
    live.disarm();
  }

  @Override
  public long roundOnLine() {
    return live.roundOnLine();
  }

  @Override
  public void close() {
    live.close();
  }
}
