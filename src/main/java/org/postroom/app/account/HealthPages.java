package org.postroom.app.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.postroom.app.layout.AccountSentences;
import org.postroom.app.layout.Html;
import org.postroom.app.listing.Account;
import org.postroom.app.listing.Accounts;
import org.postroom.app.listing.Done;
import org.postroom.app.listing.ShellView;
import org.postroom.app.session.CurrentSession;
import org.postroom.app.session.Mail;
import org.postroom.app.session.Reader;
import org.postroom.protocol.MailException;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.sessioncache.drop.Drops;

/** How the account is; a maildrop is not asked for it, an IMAP server is. */
@RequestScoped
class HealthPages {

    private static final Logger LOG = Logger.getLogger(HealthPages.class);

    @Inject Drops drops;
    @Inject CurrentSession current;
    @Inject Reader reader;
    @Inject Mail mail;
    @Inject Accounts accounts;
    @Inject ShellView shells;
    @Inject DropHealth dropHealth;
    @Inject ServerHealth serverHealth;
    @Inject AccountSentences say;

    String page() {
        Health health = health();
        return reader.wantsPart()
                ? Html.of(new HealthPart(health, current.csrf()))
                : Html.of(new HealthPage(shells.of(say.health()), health));
    }

    Response check() {
        if (current.get().account().protocol() != Protocol.POP3) {
            throw new NotFoundException();
        }
        drops.checkNow(current.get());
        String asked = Done.of(Done.Deed.CHECKING).on("/account");
        return Response.seeOther(URI.create(asked)).build();
    }

    private Health health() {
        return drops.state(current.get())
                .map(dropHealth::of)
                .orElseGet(() -> serverHealth.of(asked()));
    }

    /** What the mail server says now; empty when it says nothing useful. */
    private Optional<Account> asked() {
        try {
            return Optional.of(mail.read(accounts::read));
        } catch (MailException.AuthenticationFailed e) {
            throw e;
        } catch (MailException e) {
            LOG.infof("The mail server is not well: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
