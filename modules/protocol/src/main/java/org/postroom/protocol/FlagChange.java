package org.postroom.protocol;

import java.util.Set;

/**
 * Flags to set and flags to take away; what is in neither stays as it is (RFC 9051 §6.4.6).
 *
 * @param add not in {@code remove}
 * @param remove not in {@code add}
 */
public record FlagChange(Set<Flag> add, Set<Flag> remove) {

    public FlagChange {
        add = Set.copyOf(add);
        remove = Set.copyOf(remove);
        if (add.isEmpty() && remove.isEmpty()) {
            throw new IllegalArgumentException("A change changes something");
        }
        if (add.stream().anyMatch(remove::contains)) {
            throw new IllegalArgumentException("A flag is either set or taken away");
        }
    }

    public static FlagChange add(Flag... flags) {
        return new FlagChange(Set.of(flags), Set.of());
    }

    public static FlagChange remove(Flag... flags) {
        return new FlagChange(Set.of(), Set.of(flags));
    }

    /** What takes this back on messages that it really changed. */
    public FlagChange reversed() {
        return new FlagChange(remove, add);
    }
}
