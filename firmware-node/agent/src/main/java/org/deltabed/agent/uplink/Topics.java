package org.deltabed.agent.uplink;

/** The topics of one node in one session. */
record Topics(String session, int node) {
  String command() {
    return of("cmd");
  }

  String status() {
    return of("status");
  }

  String trace() {
    return of("trace");
  }

  private String of(String last) {
    return "deltabed/" + session + "/node/" + node + "/" + last;
  }
}
