package org.postroom.app.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.postroom.app.layout.Sentences;
import org.postroom.app.panes.Warning;

/** Says what is odd about a message. */
@RequestScoped
class WarningView {

    @Inject Sentences say;

    List<Warning> of(Contents contents, BodyView.Drawn body) {
        List<Warning> warnings = new ArrayList<>();
        if (body.shownInPart() || contents.header().cut()) {
            warnings.add(new Warning(say.shownInPart(), say.shownInPartText(), false));
        }
        return warnings;
    }
}
