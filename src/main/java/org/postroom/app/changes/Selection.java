package org.postroom.app.changes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroom.app.layout.BadInput;
import org.postroom.app.listing.Accounts;
import org.postroom.app.listing.Folders;
import org.postroom.app.listing.ListAddress;
import org.postroom.app.listing.MessageKey;
import org.postroom.app.listing.SearchAddress;
import org.postroom.app.listing.SearchLanguage;
import org.postroom.app.listing.SearchPlaces;
import org.postroom.app.listing.SearchQuery;
import org.postroom.app.session.Mail;
import org.postroom.app.session.Reader;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchResult;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;

/** Which messages a form means, by mailbox. */
@RequestScoped
class Selection {

    @Inject Mail mail;
    @Inject Accounts accounts;
    @Inject Reader reader;

    /**
     * The ticked ones, or all of the list.
     *
     * @throws BadInput when there is none
     */
    List<MessageRefs> of(ChangeForm form) {
        List<MessageRefs> chosen = form.wholeList() ? whole(form) : ticked(form.ticked());
        if (chosen.isEmpty()) {
            throw new BadInput(BadInput.Reason.NOTHING_SELECTED);
        }
        return chosen;
    }

    /** All messages of a mailbox that match. */
    List<MessageRefs> all(String mailbox, SearchCriteria criteria) {
        return mail.read(
                store -> found(store, MessageKey.name(store.namespace(), mailbox), criteria));
    }

    private List<MessageRefs> whole(ChangeForm form) {
        ListAddress list = form.list();
        return form.search()
                .map(q -> searched(q, form))
                .orElseGet(() -> all(list.mailbox(), list.filter().criteria()));
    }

    private List<MessageRefs> searched(String q, ChangeForm form) {
        SearchQuery query = SearchLanguage.understand(q, reader.zone());
        SearchAddress address =
                new SearchAddress(q, form.list().mailbox(), form.everywhere(), Optional.empty());
        Folders folders = mail.read(accounts::folders);
        List<MessageRefs> all = new ArrayList<>();
        for (Mailbox place : SearchPlaces.of(address, query, folders)) {
            all.addAll(mail.read(store -> found(store, place.name(), query.criteria())));
        }
        return all;
    }

    private static List<MessageRefs> found(
            MailStore store, MailboxName mailbox, SearchCriteria criteria) {
        SearchResult result = store.search(mailbox, criteria);
        return result.uids().isEmpty()
                ? List.of()
                : List.of(new MessageRefs(mailbox, result.uidValidity(), result.uids()));
    }

    private record Place(String mailbox, UidValidity uidValidity) {}

    private List<MessageRefs> ticked(List<MessageKey> keys) {
        Map<Place, List<MessageKey>> byPlace = new LinkedHashMap<>();
        for (MessageKey key : keys) {
            byPlace.computeIfAbsent(
                            new Place(key.mailbox(), key.uidValidity()), _ -> new ArrayList<>())
                    .add(key);
        }
        return mail.read(
                store ->
                        byPlace.entrySet().stream()
                                .map(e -> refs(store, e.getKey(), e.getValue()))
                                .toList());
    }

    private static MessageRefs refs(MailStore store, Place place, List<MessageKey> keys) {
        return new MessageRefs(
                MessageKey.name(store.namespace(), place.mailbox()),
                place.uidValidity(),
                UidSet.of(keys.stream().map(MessageKey::uid).toList()));
    }
}
