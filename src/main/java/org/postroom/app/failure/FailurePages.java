package org.postroom.app.failure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.postroom.app.layout.BareErrorPage;
import org.postroom.app.layout.ErrorPage;
import org.postroom.app.layout.ErrorPart;
import org.postroom.app.layout.Html;
import org.postroom.app.layout.TroubleSentences;
import org.postroom.app.listing.Account;
import org.postroom.app.listing.Accounts;
import org.postroom.app.listing.ShellView;
import org.postroom.app.session.CurrentSession;
import org.postroom.app.session.Mail;
import org.postroom.app.session.Reader;
import org.postroom.protocol.MailException;

/** Draws failures. */
@RequestScoped
class FailurePages {

    private static final Logger LOG = Logger.getLogger(FailurePages.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Inject TroubleSentences say;
    @Inject CurrentSession current;
    @Inject Mail mail;
    @Inject Accounts accounts;
    @Inject Reader reader;
    @Inject ShellView shells;
    @Inject Clock clock;

    String part(Failure failure) {
        return Html.of(new ErrorPart(failure.note()));
    }

    String page(Failure failure) {
        String time = TIME.format(LocalTime.now(clock.withZone(reader.zone())));
        String footnote = say.footnote(time, failure.status());
        return account(failure)
                .map(
                        account ->
                                Html.of(
                                        new ErrorPage(
                                                shells.of(failure.note().sentence(), account),
                                                failure.note(),
                                                footnote)))
                .orElseGet(() -> Html.of(new BareErrorPage("en", "ltr", failure.note(), footnote)));
    }

    private Optional<Account> account(Failure failure) {
        if (!failure.withFolders() || current.find().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(mail.read(accounts::read));
        } catch (MailException e) {
            LOG.debugf("The folders cannot be shown beside a failure: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
