package org.postroom.app.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.AccountSentences;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.Html;
import org.postroom.app.listing.Done;
import org.postroom.app.listing.ShellView;
import org.postroom.app.session.CurrentSession;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.sessioncache.drop.DropMode;
import org.postroom.sessioncache.drop.DropState;
import org.postroom.sessioncache.drop.Drops;

/** What is kept of the account, and where. */
@RequestScoped
class SettingsPages {

    private static final String USUAL_DAYS = "30";

    @Inject Drops drops;
    @Inject CurrentSession current;
    @Inject ShellView shells;
    @Inject DropPlaces places;
    @Inject AccountSentences say;

    String page() {
        return page(drops.state(current.get()).map(state -> kept(state, state.mode())), null);
    }

    Response save(ModeForm form) {
        if (current.get().account().protocol() != Protocol.POP3) {
            throw new NotFoundException();
        }
        Optional<DropMode> mode = form.mode();
        if (mode.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST).entity(refused(form)).build();
        }
        drops.setMode(current.get(), mode.get());
        String saved = Done.of(Done.Deed.SETTINGS_SAVED).on("/settings");
        return Response.seeOther(URI.create(saved)).build();
    }

    private String refused(ModeForm form) {
        String detail = say.badModeDetail(DropMode.DeleteAfter.MAX_DAYS);
        return page(
                drops.state(current.get()).map(s -> kept(s, form.deletes(), form.days())),
                new ErrorNote(say.badMode(), detail, null));
    }

    private String page(Optional<Kept> kept, @Nullable ErrorNote error) {
        ServerEndpoint server = current.get().endpoint();
        return Html.of(
                new SettingsPage(
                        shells.of(say.kept()),
                        say.keptFor(current.get().address(), server.protocol().name()),
                        server.host(),
                        kept.orElse(null),
                        error));
    }

    private Kept kept(DropState state, DropMode mode) {
        return switch (mode) {
            case DropMode.Keep _ -> kept(state, false, USUAL_DAYS);
            case DropMode.DeleteAfter after -> kept(state, true, Integer.toString(after.days()));
        };
    }

    private Kept kept(DropState state, boolean delete, String days) {
        return new Kept(
                delete,
                days,
                places.expiry(state),
                state.onlyCopies(),
                places.onlyCopies(state),
                List.of(places.room(state)));
    }
}
