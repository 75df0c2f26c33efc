package org.postroom.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.FlagResult;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.testing.corpus.CorpusMessage;

/** Changing flags. */
public interface FlagsContract extends StoreContract {

    private MessageRefs put(CorpusMessage... messages) {
        account().other().put(inbox(), messages);
        return refs(account().other().uids(inbox()));
    }

    private MessageRefs refs(List<Uid> uids) {
        return new MessageRefs(
                inbox(), store().status(inbox()).uidValidity().orElseThrow(), UidSet.of(uids));
    }

    private Set<String> flags(Uid uid) {
        return account().other().flags(inbox(), uid);
    }

    private static Uid first(MessageRefs messages) {
        return messages.uids().stream().findFirst().orElseThrow();
    }

    @Test
    default void aFlagThatIsSetIsSeenByOthers() {
        MessageRefs messages = put(Letter.about("one").sent(), Letter.about("two").sent());

        FlagResult result = store().changeFlags(messages, FlagChange.add(Flag.SEEN, Flag.FLAGGED));

        assertThat(result.changed()).isEqualTo(messages.uids());
        assertThat(result.gone()).isEqualTo(UidSet.EMPTY);
        messages.uids().stream()
                .forEach(
                        uid ->
                                assertThat(flags(uid))
                                        .containsExactlyInAnyOrder("\\Seen", "\\Flagged"));
    }

    @Test
    default void aFlagThatIsTakenAwayIsGone() {
        MessageRefs messages = put(Letter.about("one").flagged("\\Seen", "\\Answered").sent());

        FlagResult result = store().changeFlags(messages, FlagChange.remove(Flag.SEEN));

        assertThat(result.changed()).isEqualTo(messages.uids());
        assertThat(flags(first(messages))).containsExactly("\\Answered");
    }

    @Test
    default void flagsCanBeSetAndTakenAwayTogether() {
        MessageRefs messages = put(Letter.about("one").flagged("\\Seen").sent());

        store().changeFlags(messages, new FlagChange(Set.of(Flag.FLAGGED), Set.of(Flag.SEEN)));

        assertThat(flags(first(messages))).containsExactly("\\Flagged");
    }

    @Test
    default void onlyWhatReallyChangesIsReported() {
        MessageRefs messages =
                put(Letter.about("read").flagged("\\Seen").sent(), Letter.about("unread").sent());
        Uid unread = messages.uids().stream().toList().getLast();

        FlagResult result = store().changeFlags(messages, FlagChange.add(Flag.SEEN));

        assertThat(result.changed()).isEqualTo(UidSet.of(unread));
        assertThat(store().changeFlags(messages, FlagChange.add(Flag.SEEN)).changed())
                .isEqualTo(UidSet.EMPTY);
    }

    @Test
    default void theReverseTakesAChangeBack() {
        MessageRefs messages =
                put(Letter.about("read").flagged("\\Seen").sent(), Letter.about("unread").sent());
        List<Uid> uids = messages.uids().stream().toList();
        FlagChange change = FlagChange.add(Flag.SEEN);

        FlagResult result = store().changeFlags(messages, change);
        store().changeFlags(messages.with(result.changed()), change.reversed());

        assertThat(flags(uids.getFirst())).containsExactly("\\Seen");
        assertThat(flags(uids.getLast())).isEmpty();
    }

    @Test
    default void thoseThatAreGoneAreToldAndTheOthersDone() {
        MessageRefs messages = put(Letter.about("here").sent());
        UidSet both = messages.uids().union(UidSet.of(new Uid(77_777)));

        FlagResult result = store().changeFlags(messages.with(both), FlagChange.add(Flag.FLAGGED));

        assertThat(result.changed()).isEqualTo(messages.uids());
        assertThat(result.gone()).isEqualTo(UidSet.of(new Uid(77_777)));
        assertThat(flags(first(messages))).containsExactly("\\Flagged");
    }

    @Test
    default void keywordsAreFlagsToo() {
        MessageRefs messages = put(Letter.about("labelled").sent());

        store().changeFlags(messages, FlagChange.add(new Flag("Regatta2026"), Flag.JUNK));

        assertThat(flags(first(messages))).contains("Regatta2026", "$Junk");
        assertThat(store().summaries(messages).getFirst().has(new Flag("regatta2026"))).isTrue();
    }

    @Test
    default void whatAnotherProgramSetStays() {
        MessageRefs messages = put(Letter.about("shared").sent());
        store().summaries(messages);
        account().other().addFlags(inbox(), first(messages), "\\Answered");

        store().changeFlags(messages, FlagChange.add(Flag.SEEN));

        assertThat(flags(first(messages))).containsExactlyInAnyOrder("\\Answered", "\\Seen");
    }

    @Test
    default void manyScatteredMessagesAreChangedAtOnce() {
        CorpusMessage[] letters =
                IntStream.range(0, 300)
                        .mapToObj(i -> Letter.about("n " + i).sent())
                        .toArray(CorpusMessage[]::new);
        List<Uid> uids = put(letters).uids().stream().toList();
        MessageRefs everySecond = refs(uids.stream().filter(uid -> uid.value() % 2 == 0).toList());

        FlagResult result = store().changeFlags(everySecond, FlagChange.add(Flag.SEEN));

        assertThat(result.changed()).isEqualTo(everySecond.uids());
        assertThat(store().status(inbox()).unseen()).isEqualTo(300 - everySecond.uids().size());
    }
}
