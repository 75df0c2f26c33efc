package org.postroom.protocol.pop3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.DropItem;

/**
 * LIST and UIDL (RFC 1939 §5, §7), put together. A line that is not understood, or lists that
 * contradict each other, make the whole answer unusable: a message that is passed over would seem
 * to have gone.
 */
final class DropLists {

    private static final int MAX_MESSAGES = 200_000;
    private static final int MAX_NAME = 1_000;
    private static final Pattern SIZED = Pattern.compile("(\\d{1,9})\\s+(\\d{1,15})(?:\\s.*)?");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,9})(?:\\s+(.*))?");

    private final Pop3Wire wire;
    private final boolean uidlOffered;
    private final SortedMap<Integer, DropItem> items = new TreeMap<>();
    private final BitSet named = new BitSet();

    private DropLists(Pop3Wire wire, boolean uidlOffered) {
        this.wire = wire;
        this.uidlOffered = uidlOffered;
    }

    /**
     * Asks for both. What somebody else does between the two commands may make them differ: then
     * they are asked for once more.
     *
     * @param uidlOffered whether a no to UIDL is a failure, and not just the lack of it
     */
    static List<DropItem> read(Pop3Wire wire, boolean uidlOffered) throws IOException {
        DropLists lists = new DropLists(wire, uidlOffered);
        if (!lists.agree()) {
            lists = new DropLists(wire, uidlOffered);
            if (!lists.agree()) {
                throw new NotPop3Exception("LIST and UIDL contradict each other");
            }
        }
        return new ArrayList<>(lists.items.values());
    }

    private boolean agree() throws IOException {
        Reply list = ask("LIST");
        if (!list.ok()) {
            throw new RefusedException(list);
        }
        wire.lines(this::takeSize);
        Reply uidl = ask("UIDL");
        if (uidl.ok()) {
            wire.lines(this::takeName);
            return named.stream().boxed().toList().equals(List.copyOf(items.keySet()));
        }
        if (uidlOffered || uidl.blamesItself()) {
            throw new RefusedException(uidl);
        }
        return true;
    }

    private Reply ask(String command) throws IOException {
        wire.beginSlow(Limits.LIST);
        wire.send(command);
        return wire.reply();
    }

    private void takeSize(String line) throws NotPop3Exception {
        Matcher parts = parts(SIZED, line);
        DropItem item =
                new DropItem(number(parts), Long.parseLong(parts.group(2)), Optional.empty());
        requireNew(items.put(item.number(), item) == null);
    }

    private void takeName(String line) throws NotPop3Exception {
        Matcher parts = parts(NAMED, line);
        int number = number(parts);
        DropItem item = items.get(number);
        requireNew(!named.get(number));
        named.set(number);
        if (item != null) {
            items.put(number, new DropItem(number, item.size(), name(parts.group(2))));
        }
    }

    private static void requireNew(boolean isNew) throws NotPop3Exception {
        if (!isNew) {
            throw new NotPop3Exception("A message is listed twice");
        }
    }

    private static Matcher parts(Pattern pattern, String line) throws NotPop3Exception {
        Matcher parts = pattern.matcher(line.strip());
        if (!parts.matches()) {
            throw new NotPop3Exception("A line of a list is not understood");
        }
        return parts;
    }

    private static int number(Matcher parts) throws NotPop3Exception {
        int number = Integer.parseInt(parts.group(1));
        if (number < 1 || number > MAX_MESSAGES) {
            throw new NotPop3Exception("A message has an impossible number");
        }
        return number;
    }

    /**
     * Longer than RFC 1939 wants is fine; cut short it could become another's. What cannot be kept
     * as it is counts as none.
     */
    private static Optional<String> name(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(name -> !name.isEmpty() && name.length() <= MAX_NAME)
                .filter(name -> name.chars().noneMatch(Character::isISOControl));
    }
}
