package org.postroom.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void flagsAreComparedWithoutCase() {
        assertThat(new Flag("\\SEEN")).isEqualTo(Flag.SEEN).hasSameHashCodeAs(Flag.SEEN);
        assertThat(Flag.FORWARDED.isSystem()).isFalse();
    }

    @Test
    void aFlagIsNeverMoreThanAnAtom() {
        for (String text : List.of("", "a b", "a)", "\\Recent", "x\r\nA1 LOGOUT", "ä")) {
            assertThat(Flag.isFlag(text)).as(text).isFalse();
        }
    }

    @Test
    void aSetOfUidsIsKeptInRanges() {
        UidSet set = UidSet.of(new Uid(3), new Uid(1), new Uid(2), new Uid(7), new Uid(2));
        assertThat(set).hasToString("1:3,7");
        assertThat(set.size()).isEqualTo(4);
        assertThat(UidSet.parse("7,3:1,2:4")).hasToString("1:4,7");
        assertThat(set.contains(new Uid(4))).isFalse();
    }

    @Test
    void theHighestOfASetAreFoundWithoutCountingItOut() {
        UidSet set = UidSet.parse("2,5:7,4000:4294967295");
        assertThat(set.highest(3)).hasToString("4294967293:4294967295");
        assertThat(UidSet.parse("2,5:7").highest(2)).hasToString("6:7");
        assertThat(UidSet.parse("2,5:7").highest(4)).hasToString("2,5:7");
        assertThat(UidSet.parse("2,5:7").highest(9)).hasToString("2,5:7");
        assertThat(UidSet.parse("2,5:7").highest(0)).isEqualTo(UidSet.EMPTY);
    }

    @Test
    void setsOfUidsAreSets() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Set<Long> a = someValues(random);
            Set<Long> b = someValues(random);
            Set<Long> union = new TreeSet<>(a);
            union.addAll(b);
            Set<Long> minus = new TreeSet<>(a);
            minus.removeAll(b);
            Set<Long> both = new TreeSet<>(a);
            both.retainAll(b);
            assertThat(set(a).union(set(b))).isEqualTo(set(union));
            assertThat(set(a).minus(set(b))).isEqualTo(set(minus));
            assertThat(set(a).intersect(set(b))).isEqualTo(set(both));
            assertThat(UidSet.parse(set(a).toString())).isEqualTo(set(a));
        }
    }

    @Test
    void windowsCoverTheSetOnceAndInOrder() {
        UidSet set = UidSet.parse("1:10,20,30:34");
        List<UidSet> windows = set.windows(6);
        assertThat(windows)
                .extracting(UidSet::toString)
                .containsExactly("1:6", "7:10,20,30", "31:34");
        assertThat(windows.stream().reduce(UidSet.EMPTY, UidSet::union)).isEqualTo(set);
    }

    @Test
    void theInboxHasNoCase() {
        assertThat(new MailboxName("inbox", '/').isInbox()).isTrue();
        assertThat(new MailboxName("Inbox.Sent", '.').value()).isEqualTo("INBOX.Sent");
        assertThat(new MailboxName("Inboxes", '/').value()).isEqualTo("Inboxes");
        assertThat(new MailboxName("i", '/').value()).isEqualTo("i");
    }

    @Test
    void aNameKnowsItsLevels() {
        MailboxName name = new MailboxName("Clients/Nordlicht/Old", '/');
        assertThat(name.leaf()).isEqualTo("Old");
        assertThat(name.parent()).contains(new MailboxName("Clients/Nordlicht", '/'));
        assertThat(name.depth()).isEqualTo(2);
        assertThat(name.isBelow(new MailboxName("Clients", '/'))).isTrue();
        assertThat(name.isBelow(new MailboxName("Cli", '/'))).isFalse();
        assertThat(new MailboxName("a/b", MailboxName.FLAT).leaf()).isEqualTo("a/b");
        assertThat(new Namespace("INBOX.", '.').top("Travel").value()).isEqualTo("INBOX.Travel");
    }

    @Test
    void namesThatCouldCarryACommandAreRefused() {
        for (String text : List.of("", "a\r\nb", "a\0", "x".repeat(1001), "\u2028", "\uD800")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new MailboxName(text, '/'));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailboxName("a", '/').child("b/c"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Namespace("", '/').top(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new PartPath("1.0"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PartPath("1]"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Credentials.Password("a\nb", "secret"));
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new Credentials.Password("ines", "secret").toString()).doesNotContain("secret");
        assertThat(new Credentials.BearerToken("ines", "secret").toString())
                .doesNotContain("secret");
    }

    private static Set<Long> someValues(Random random) {
        return random.longs(random.nextInt(12), 1, 15)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static UidSet set(Set<Long> values) {
        return UidSet.of(values.stream().mapToLong(Long::longValue));
    }
}
