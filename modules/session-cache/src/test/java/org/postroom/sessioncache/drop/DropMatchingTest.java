package org.postroom.sessioncache.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.DropItem;

class DropMatchingTest {

    private final Map<String, DropEntry> known = new HashMap<>();
    private final Map<Integer, String> headers = new HashMap<>();
    private final List<DropItem> asked = new ArrayList<>();

    private static DropItem item(int number, long size, String uidl) {
        return new DropItem(number, size, Optional.of(uidl).filter(name -> !name.isEmpty()));
    }

    private DropPlan match(DropItem... items) {
        return DropMatching.match(List.of(items), known, this::hashes);
    }

    private Map<DropItem, String> hashes(List<DropItem> items) {
        asked.addAll(items);
        return items.stream()
                .filter(item -> headers.containsKey(item.number()))
                .collect(Collectors.toMap(Function.identity(), item -> headers.get(item.number())));
    }

    /** Takes over what a plan says, as the database does. */
    private void learn(DropPlan plan) {
        plan.gone().forEach(entry -> known.put(entry.key(), gone(entry)));
        for (DropPlan.Known each : plan.present()) {
            known.remove(each.entry().key());
            known.put(each.key(), each.entryNow());
        }
        for (DropPlan.Arrived each : plan.arrived()) {
            known.put(each.key(), withHeader(each, known.size() + 1));
        }
        asked.clear();
    }

    private DropEntry withHeader(DropPlan.Arrived arrived, long content) {
        DropEntry entry = arrived.entry(content);
        return copy(entry, Optional.ofNullable(headers.get(arrived.item().number())), false);
    }

    private static DropEntry gone(DropEntry entry) {
        return copy(entry, entry.headerHash(), true);
    }

    private static DropEntry copy(DropEntry entry, Optional<String> hash, boolean gone) {
        return copy(entry, hash, gone, false);
    }

    private static DropEntry copy(
            DropEntry entry, Optional<String> hash, boolean gone, boolean removed) {
        return new DropEntry(
                entry.key(),
                entry.named(),
                entry.content(),
                entry.listedSize(),
                hash,
                true,
                true,
                false,
                Optional.empty(),
                gone,
                removed,
                0);
    }

    private static void assertNothingNew(DropPlan plan) {
        assertThat(plan.arrived()).isEmpty();
        assertThat(plan.gone()).isEmpty();
        assertThat(plan.present()).isNotEmpty().noneMatch(DropPlan.Known::isChanged);
    }

    private static DropEntry blank(DropPlan.Arrived arrived, long content) {
        return arrived.entry(content);
    }

    @Test
    void namesThatAllChangeBeforeAnyHeaderCameTakeTheSameRowsInTheirOrder() {
        List<DropPlan.Arrived> arrived =
                match(item(1, 10, "a"), item(2, 10, "b"), item(3, 30, "c")).arrived();
        for (int i = 0; i < arrived.size(); i++) {
            DropEntry entry = blank(arrived.get(i), i + 1);
            known.put(entry.key(), entry);
        }

        DropPlan plan =
                match(item(1, 10, "na"), item(2, 10, "nb"), item(3, 30, "nc"), item(4, 10, "d"));

        assertThat(plan.present())
                .extracting(each -> each.entry().content())
                .containsExactly(1L, 2L, 3L);
        assertThat(plan.arrived()).extracting(each -> each.item().number()).containsExactly(4);
        assertThat(plan.gone()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void newNamesNeedNoLookAtHeaders() {
        DropPlan plan = match(item(1, 10, "a"), item(2, 20, "b"));

        assertThat(plan.arrived()).extracting(each -> each.item().number()).containsExactly(1, 2);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsKnownByItsNameIsKnownWhereverItStands() {
        headers.putAll(Map.of(1, "h1", 2, "h2"));
        learn(match(item(1, 10, "a"), item(2, 20, "b")));

        DropPlan plan = match(item(1, 20, "b"));

        assertThat(plan.present()).extracting(each -> each.entry().content()).containsExactly(2L);
        assertThat(plan.gone()).extracting(DropEntry::content).containsExactly(1L);
        assertThat(asked).isEmpty();
    }

    @Test
    void withoutNamesTheHeaderDecides() {
        headers.putAll(Map.of(1, "h1", 2, "h2"));
        learn(match(item(1, 10, ""), item(2, 10, "")));

        headers.putAll(Map.of(1, "h2", 2, "h3"));
        DropPlan plan = match(item(1, 10, ""), item(2, 10, ""));

        assertThat(plan.present()).extracting(each -> each.entry().content()).containsExactly(2L);
        assertThat(plan.arrived()).hasSize(1);
        assertThat(plan.gone()).hasSize(1);
    }

    @Test
    void twoThatAreEqualStayTwo() {
        headers.putAll(Map.of(1, "same", 2, "same"));
        DropPlan first = match(item(1, 10, "x"), item(2, 10, "x"));
        assertThat(first.arrived()).hasSize(2);
        learn(first);

        assertNothingNew(match(item(1, 10, "x"), item(2, 10, "x")));
    }

    @Test
    void aMigrationThatChangesAllNamesBringsNothingNew() {
        headers.putAll(Map.of(1, "h1", 2, "h2"));
        learn(match(item(1, 10, "a"), item(2, 20, "b")));

        DropPlan plan = match(item(1, 10, "new-a"), item(2, 20, "new-b"));

        assertThat(plan.arrived()).isEmpty();
        assertThat(plan.gone()).isEmpty();
        assertThat(plan.present())
                .extracting(each -> each.entry().content())
                .containsExactly(1L, 2L);
    }

    @Test
    void alsoWhenTheDropWasEmptyInBetween() {
        headers.put(1, "h1");
        learn(match(item(1, 10, "a")));
        learn(match());

        DropPlan plan = match(item(1, 10, "new-a"));

        assertThat(plan.arrived()).isEmpty();
        assertThat(plan.present()).singleElement().matches(DropPlan.Known::isChanged);
    }

    @Test
    void aServerThatCountsInsteadOfNamingIsSeenThrough() {
        headers.putAll(Map.of(1, "h1", 2, "h2"));
        learn(match(item(1, 10, "1"), item(2, 20, "2")));

        headers.put(1, "h2");
        DropPlan plan = match(item(1, 20, "1"));

        assertThat(plan.present()).extracting(each -> each.entry().content()).containsExactly(2L);
        assertThat(plan.arrived()).isEmpty();
    }

    @Test
    void anotherSizeAloneMakesNoOtherMessage() {
        headers.put(1, "h1");
        learn(match(item(1, 10, "a")));

        DropPlan plan = match(item(1, 12, "a"));

        assertThat(plan.present()).extracting(each -> each.entry().content()).containsExactly(1L);
        assertThat(plan.arrived()).isEmpty();
    }

    @Test
    void theNameOfOneThatWasGoneMayBeAnothersNow() {
        headers.put(1, "h1");
        learn(match(item(1, 10, "a")));
        learn(match());

        headers.put(1, "h2");
        DropPlan plan = match(item(1, 10, "a"));

        assertThat(plan.present()).isEmpty();
        assertThat(plan.arrived()).hasSize(1);
    }

    @Test
    void withoutNamesWhatWeDeletedThereDoesNotComeBack() {
        headers.put(1, "h1");
        learn(match(item(1, 10, "")));
        known.replaceAll((_, entry) -> copy(entry, entry.headerHash(), true, true));

        DropPlan again = match(item(1, 10, ""));
        assertThat(again.arrived()).hasSize(1);
        learn(again);

        assertThat(known).hasSize(2);
        assertNothingNew(match(item(1, 10, "")));
    }

    @Test
    void nothingIsGoneWhileSomethingCouldNotBeLookedAt() {
        headers.putAll(Map.of(1, "h1", 2, "h2"));
        learn(match(item(1, 10, ""), item(2, 10, "")));

        headers.remove(2);

        assertThat(match(item(1, 10, ""), item(2, 10, "")).gone()).isEmpty();
    }
}
