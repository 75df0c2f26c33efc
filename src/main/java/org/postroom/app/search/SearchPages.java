package org.postroom.app.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.ErrorPage;
import org.postroom.app.layout.Html;
import org.postroom.app.layout.NoticePart;
import org.postroom.app.layout.SearchBox;
import org.postroom.app.layout.SearchSentences;
import org.postroom.app.layout.Shell;
import org.postroom.app.layout.View;
import org.postroom.app.listing.Account;
import org.postroom.app.listing.Accounts;
import org.postroom.app.listing.NotUnderstood;
import org.postroom.app.listing.SearchAddress;
import org.postroom.app.listing.SearchView;
import org.postroom.app.listing.ShellView;
import org.postroom.app.panes.ListPane;
import org.postroom.app.panes.ListPart;
import org.postroom.app.session.Mail;
import org.postroom.app.session.Reader;

/** A search as a page, or as its list. */
@RequestScoped
class SearchPages {

    @Inject Mail mail;
    @Inject Accounts accounts;
    @Inject Reader reader;
    @Inject ShellView shells;
    @Inject SearchView searches;
    @Inject SearchSentences say;

    Response search(SearchAddress address) {
        Account account = mail.read(accounts::read);
        Shell shell = shell(address, account);
        try {
            ListPane list = searches.of(address, account.folders(), Optional.empty());
            String html =
                    reader.wantsPart()
                            ? Html.of(new ListPart(list), new NoticePart(shell.notice()))
                            : Html.of(new SearchPage(shell, list, 0));
            return Response.ok(html).build();
        } catch (NotUnderstood e) {
            return Response.status(Status.BAD_REQUEST).entity(notUnderstood(shell, e)).build();
        }
    }

    private Shell shell(SearchAddress address, Account account) {
        SearchBox box =
                account.folders().searchBox(address.q(), address.in(), address.everywhere());
        String mailbox = address.everywhere() ? "" : address.in();
        return shells.of(say.searchResults(), View.LIST, account, mailbox, box);
    }

    private String notUnderstood(Shell shell, NotUnderstood e) {
        String term = e.term();
        String sentence =
                switch (e.reason()) {
                    case EMPTY -> say.searchEmpty();
                    case TOO_LONG -> say.searchTooLong();
                    case NO_VALUE -> say.searchNoValue(term);
                    case NOT_A_DATE -> say.searchNotADate(term);
                    case NOT_A_SIZE -> say.searchNotASize(term);
                    case UNKNOWN_HAS -> say.searchUnknownHas(term);
                    case UNKNOWN_IS -> say.searchUnknownIs(term);
                    case IN_MISPLACED -> say.searchInMisplaced(term);
                    case NOT_A_LABEL -> say.searchNotALabel(term);
                };
        return Html.of(new ErrorPage(shell, new ErrorNote(sentence, say.searchTips(), null), ""));
    }
}
