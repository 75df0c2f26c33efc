package org.postroom.app.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postroom.app.layout.MessageSentences;
import org.postroom.app.panes.Warning;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.rendering.Warnings;

/** Says what is odd about a message, calmly and exactly. */
@RequestScoped
class WarningView {

    @Inject MessageSentences say;

    List<Warning> of(Contents contents, BodyView.Drawn body) {
        List<Warning> warnings = new ArrayList<>();
        contents.detail().summary().envelope().ifPresent(e -> warnings.addAll(sender(contents, e)));
        if (body.shownInPart() || contents.header().cut()) {
            warnings.add(new Warning(say.shownInPart(), say.shownInPartText(), false));
        }
        return warnings;
    }

    private List<Warning> sender(Contents contents, Envelope envelope) {
        Optional<Address> from = envelope.from().stream().findFirst();
        int fields = contents.header().all("From").size();
        return from
                .map(
                        address ->
                                Warnings.of(
                                        fields,
                                        address.name(),
                                        address.mail(),
                                        envelope.replyTo().stream().map(Address::mail).toList()))
                .orElse(List.of())
                .stream()
                .map(this::inWords)
                .toList();
    }

    private Warning inWords(org.postroom.rendering.Warning odd) {
        String subject = odd.subject();
        String found = odd.found();
        return switch (odd.kind()) {
            case SEVERAL_FROM_FIELDS -> serious(say.severalFrom(), say.severalFromText(found));
            case OTHER_ADDRESS_IN_NAME -> serious(say.otherAddress(), say.otherAddressText(found));
            case INVISIBLE_CHARACTERS_IN_NAME ->
                    serious(say.invisibleInName(), say.invisibleInNameText());
            case MIXED_SCRIPTS_IN_DOMAIN ->
                    serious(say.mixedScripts(), say.mixedScriptsText(subject));
            case LOOKALIKE_DOMAIN -> serious(say.lookalike(), say.lookalikeText(subject));
            case REPLY_TO_ELSEWHERE -> serious(say.replyElsewhere(), say.replyElsewhereText(found));
        };
    }

    private static Warning serious(String heading, String text) {
        return new Warning(heading, text, true);
    }
}
