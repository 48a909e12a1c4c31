package org.deltabed.hardware.virtual;

/**
 * What happened at one port since it was attached. Chunks and bytes are counted for their sender,
 * deliveries and overruns for their receiver.
 *
 * @param chunks that this port put on the line, faulty ones included
 * @param bytes that this port put on the line
 * @param deliveredBytes that this port's reader was given
 * @param overrunBytes that were lost because this port's reader had stopped reading
 * @param droppedChunks by {@link Fate#drop()}
 * @param delayedChunks by {@link Fate#delay}
 * @param repeatedChunks by {@link Fate#repeat}
 * @param flippedBits by {@link Fate#flip} or the bit error rate
 * @param collidedBytes of this port that overlapped with another's
 * @param unheardBytes kept from this port, by {@link Fate#deaf} or a cut of the line
 * @param discardedBytes written by this port's node and never on the line, because of a power cut
 * @param babbledBytes noise of this port
 * @param powerCuts of this port
 */
public record PortStatistics(
    long chunks,
    long bytes,
    long deliveredBytes,
    long overrunBytes,
    long droppedChunks,
    long delayedChunks,
    long repeatedChunks,
    long flippedBits,
    long collidedBytes,
    long unheardBytes,
    long discardedBytes,
    long babbledBytes,
    long powerCuts) {}
