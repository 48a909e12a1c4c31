package org.deltabed.hardware.power.plug;

/**
 * The topics and words of a plug that tells its state on one topic, whatever made it do so.
 *
 * @param command where {@code on} and {@code off} are published
 * @param on the command that switches on
 * @param off the command that switches off
 * @param query where {@code ask} is published to be told the state
 * @param ask the question
 * @param echo where it tells its state, by {@code saysOn} or {@code saysOff}
 * @param saysOn what it says when it is on
 * @param saysOff what it says when it is off
 * @param presence where it says {@code online} when it connects; its last will goes there too
 * @param online what it says there
 */
record PlugTopics(
    String command,
    String on,
    String off,
    String query,
    String ask,
    String echo,
    String saysOn,
    String saysOff,
    String presence,
    String online) {}
