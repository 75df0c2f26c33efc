package org.postroom.app.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.postroom.app.layout.MessageSentences;
import org.postroom.app.panes.TextBlock;
import org.postroom.protocol.ContentType;
import org.postroom.rendering.text.Block;
import org.postroom.rendering.text.PlainText;
import org.postroom.rendering.text.Token;

/** Draws plain text: the writer's own lines, and quotes to be unfolded. */
@RequestScoped
class TextView {

    private static final String BETWEEN = "\n\n";

    @Inject MessageSentences say;

    List<TextBlock> blocks(Contents.Body body) {
        ContentType type = body.part().type();
        boolean flowed = type.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean delSp = type.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        List<TextBlock> drawn = new ArrayList<>();
        List<TextBlock.Run> own = new ArrayList<>();
        for (Block block : PlainText.toBlocks(body.text(), flowed, delSp)) {
            switch (block) {
                case Block.Quote quote -> {
                    flush(own, drawn);
                    drawn.add(quote(quote));
                }
                case Block.Paragraph paragraph -> addParagraph(own, paragraph.tokens());
                case Block.Signature signature -> addParagraph(own, signature.tokens());
            }
        }
        flush(own, drawn);
        return drawn;
    }

    private static void flush(List<TextBlock.Run> own, List<TextBlock> drawn) {
        if (!own.isEmpty()) {
            drawn.add(new TextBlock(List.copyOf(own), 0, ""));
            own.clear();
        }
    }

    private TextBlock quote(Block.Quote quote) {
        List<TextBlock.Run> runs = new ArrayList<>();
        addQuoted(runs, quote.blocks());
        return new TextBlock(runs, quote.lines(), say.quotedLines(quote.lines()));
    }

    // Within a quote, deeper ones are set off by their depth alone.
    private static void addQuoted(List<TextBlock.Run> runs, List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Quote deeper -> addQuoted(runs, deeper.blocks());
                case Block.Paragraph paragraph -> addParagraph(runs, paragraph.tokens());
                case Block.Signature signature -> addParagraph(runs, signature.tokens());
            }
        }
    }

    private static void addParagraph(List<TextBlock.Run> runs, List<Token> tokens) {
        if (!runs.isEmpty()) {
            runs.add(new TextBlock.Run(BETWEEN, null));
        }
        for (Token token : tokens) {
            runs.add(
                    switch (token) {
                        case Token.Words words -> new TextBlock.Run(words.text(), null);
                        case Token.Link link -> new TextBlock.Run(link.text(), link.target().url());
                    });
        }
    }
}
