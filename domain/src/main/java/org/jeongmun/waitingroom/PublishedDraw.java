package org.jeongmun.waitingroom;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What everybody may know of a draw now.
 *
 * @param commitment to the seed; known before anybody joins
 * @param seed empty until the opening
 * @param tickets how many take part: final once the seed is known, how many have joined before
 * @param publicValue what is mixed in; empty when nothing was announced before the first ticket
 */
public record PublishedDraw(
        String commitment, Optional<DrawSeed> seed, long tickets, Optional<PublicValue> publicValue) {
    /** Refuses missing parts. */
    public PublishedDraw {
        requireNonNull(commitment, "commitment");
        requireNonNull(seed, "seed");
        requireNonNull(publicValue, "publicValue");
    }

    /** @return what the places are drawn with; empty until the opening */
    public Optional<DrawSeed> finalSeed() {
        return seed.map(known -> known.mixedWith(publicValue.flatMap(PublicValue::value)));
    }

    /** @return the draw itself; empty until the opening */
    public Optional<Draw> drawn() {
        return finalSeed().map(known -> new Draw(known, tickets));
    }

    /** @return whether the seed, where it is known, is the one that was committed to */
    public boolean keepsItsCommitment() {
        return seed.map(DrawSeed::commitment).filter(commitment::equals).isPresent() || seed.isEmpty();
    }
}
