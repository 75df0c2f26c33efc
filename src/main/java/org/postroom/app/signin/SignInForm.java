package org.postroom.app.signin;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.FormFields;
import org.postroom.app.layout.Href;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;

/** What was typed to sign in. */
final class SignInForm {

    private static final int LONGEST_NAME = 320;
    private static final int LONGEST_PASSWORD = 1_000;

    private final FormFields fields;

    SignInForm(MultivaluedMap<String, String> fields) {
        this.fields = new FormFields(fields);
    }

    String username() {
        return fields.text("username").strip();
    }

    String password() {
        return fields.text("password");
    }

    /** Whether name and password are something that a mail server can be asked about. */
    boolean isComplete() {
        return isText(username(), LONGEST_NAME) && isText(password(), LONGEST_PASSWORD);
    }

    private static boolean isText(String text, int longest) {
        return !text.isEmpty()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    boolean stay() {
        return fields.is("stay", "true") || fields.is("stay", "on");
    }

    /** {@code auto} and {@code imap} are known now. */
    boolean protocolIsKnown() {
        return switch (fields.text("protocol")) {
            case "", "auto", "imap" -> true;
            default -> false;
        };
    }

    String host() {
        return fields.text("host").strip();
    }

    String port() {
        return fields.text("port").strip();
    }

    String security() {
        return fields.text("security").isEmpty() ? "tls" : fields.text("security");
    }

    /** The host that the person has agreed to. */
    String confirmed() {
        return fields.text("confirm");
    }

    /** The page to go on with; the inbox where none is named. */
    String next() {
        String next = fields.text("next");
        return next.isEmpty() ? "/" : Href.checked(next);
    }

    /**
     * The server that was typed in, if one was.
     *
     * @throws BadInput when it cannot be one
     */
    Optional<ServerEndpoint> server() {
        if (host().isEmpty()) {
            return Optional.empty();
        }
        Security protection =
                switch (security()) {
                    case "tls" -> Security.TLS;
                    case "starttls" -> Security.STARTTLS;
                    case "none" -> Security.NONE;
                    default -> throw new BadInput(BadInput.Reason.FORM);
                };
        return Optional.of(endpoint(protection));
    }

    private ServerEndpoint endpoint(Security protection) {
        int usual = protection == Security.TLS ? 993 : 143;
        try {
            int number = port().isEmpty() ? usual : Integer.parseInt(port());
            return new ServerEndpoint(Protocol.IMAP, host(), number, protection);
        } catch (IllegalArgumentException _) {
            throw new BadInput(BadInput.Reason.FORM);
        }
    }
}
