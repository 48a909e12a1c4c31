package org.deltabed.lab.campaign;

import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.lab.collect.TraceStore;
import org.deltabed.lab.plan.Plan;
import org.deltabed.wiring.Testbed;

/**
 * What the attempts of a campaign share.
 *
 * @param session 16 hex digits
 */
record CampaignParts(
    Plan plan,
    String session,
    Testbed testbed,
    LiveTestbed live,
    Cluster cluster,
    TraceStore traces,
    LabLink link) {}
