package org.deltabed.protocol.harness;

import java.util.List;

/** Transcripts of memberships, view synchrony and replication. */
final class MembershipScenarios {
  private MembershipScenarios() {}

  static List<Scenario> all() {
    return List.of();
  }
}
