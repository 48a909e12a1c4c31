package org.deltabed.simulator.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.checker.Campaign;
import org.deltabed.checker.CampaignRun;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.IdealCryptography;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.schedule.Setting;
import org.deltabed.wire.KeyedCryptography;
import org.deltabed.wire.RunSecret;
import org.deltabed.wiring.Testbed;

/** One run of a campaign, and where its nodes' records are. */
record RunSource(Path folder, Campaign campaign, Testbed testbed, CampaignRun run) {
  private static final String TRACES = "trace";

  /** What every node of the run was given. */
  Setting setting() {
    List<Value> values = new ArrayList<>();
    for (int p = 1; p <= testbed.n(); p++) {
      values.add(new Num(run.proposals().getOrDefault(p, 0L)));
    }
    return new Setting(
        campaign.protocol(),
        campaign.variant(),
        testbed.n(),
        campaign.crashesMax(),
        values,
        campaign.requestsEach());
  }

  /**
   * The process that a node should have been, with the keys that it had; simulated ones had none.
   */
  Twin twin(int process) {
    String behaviour = run.byzantine().getOrDefault(nodeId(process), "");
    Cryptography crypto =
        run.secret().isEmpty()
            ? new IdealCryptography(process)
            : new KeyedCryptography(RunSecret.of(run.secret()).keysOf(process, testbed.n()));
    return new Twin(setting(), process, crypto, behaviour);
  }

  int nodeId(int process) {
    return testbed.node(process).id();
  }

  /** Of the boot that the run began with: a node that came back is never the same process. */
  NodeRecord record(int process, List<String> missing) {
    int id = nodeId(process);
    String name = run.id() + "-n" + id + "-b" + run.boots().get(id) + ".jsonl";
    Path file = folder.resolve(TRACES).resolve(name);
    String shown = TRACES + "/" + name;
    return NodeRecord.read(file, shown, run.startRound(), testbed.n(), missing);
  }
}
