package org.postroom.app.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.postroom.app.layout.BadInput;
import org.postroom.app.listing.ListAddress;
import org.postroom.app.listing.MessageKey;
import org.postroom.app.listing.Numbers;
import org.postroom.protocol.PartPath;
import org.postroom.protocol.Uid;

/** The query of a message's address. */
@RequestScoped
class MessageQuery {

    private static final int LONGEST_SEARCH = 1000;

    @Context UriInfo uri;

    MessageAddress address() {
        String in = required("in");
        ListAddress list =
                ListAddress.of(
                        value("name").orElse(in),
                        value("sort"),
                        value("reverse"),
                        value("filter"),
                        value("page"));
        return new MessageAddress(
                MessageKey.parse(required("id"), in),
                list,
                value("q").filter(q -> q.length() <= LONGEST_SEARCH),
                value("scope").filter("all"::equals).isPresent(),
                number("at", Integer.MAX_VALUE),
                number("of", Uid.MAX),
                value("pictures").filter("shown"::equals).isPresent());
    }

    PartPath path() {
        try {
            return new PartPath(required("path"));
        } catch (IllegalArgumentException _) {
            throw new BadInput(BadInput.Reason.ADDRESS);
        }
    }

    boolean forward() {
        return switch (required("go")) {
            case "next" -> true;
            case "previous" -> false;
            default -> throw new BadInput(BadInput.Reason.ADDRESS);
        };
    }

    private long number(String name, long max) {
        return value(name).map(text -> Numbers.parse(text, max)).orElse(0L);
    }

    private String required(String name) {
        return value(name).orElseThrow(() -> new BadInput(BadInput.Reason.ADDRESS));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(name))
                .filter(text -> !text.isEmpty());
    }
}
