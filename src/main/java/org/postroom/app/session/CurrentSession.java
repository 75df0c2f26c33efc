package org.postroom.app.session;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.sessioncache.signin.CsrfTokens;
import org.postroom.sessioncache.signin.SignedInSession;

/** The session that this request belongs to, once a filter has found it. */
@RequestScoped
public class CurrentSession {

    private @Nullable SignedInSession session;

    void found(SignedInSession found) {
        session = found;
    }

    public Optional<SignedInSession> find() {
        return Optional.ofNullable(session);
    }

    /**
     * The session of a resource that is {@link SignedIn}.
     *
     * @throws IllegalStateException in any other resource
     */
    public SignedInSession get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in here"));
    }

    /** A token for one form of this session. */
    public String csrf() {
        return CsrfTokens.issue(get().csrf());
    }
}
