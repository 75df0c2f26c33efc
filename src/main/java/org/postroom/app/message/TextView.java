package org.postroom.app.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.postroom.app.layout.Sentences;
import org.postroom.app.panes.TextBlock;

/** Draws plain text. */
@RequestScoped
class TextView {

    @Inject Sentences say;

    List<TextBlock> blocks(Contents.Body body) {
        return List.of(new TextBlock(List.of(new TextBlock.Run(body.text(), null)), 0, ""));
    }
}
