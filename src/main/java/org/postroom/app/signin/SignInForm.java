package org.postroom.app.signin;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> POP3_PORTS = Set.of("110", "995");

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

    /** What was chosen as the kind of mailbox: {@code auto}, {@code imap} or {@code pop3}. */
    String kind() {
        return fields.text("protocol").isEmpty() ? "auto" : fields.text("protocol");
    }

    /**
     * The protocol that was chosen; empty where it shall be found out.
     *
     * @throws BadInput when there is no such kind of mailbox
     */
    Optional<Protocol> protocol() {
        return switch (kind()) {
            case "auto" -> Optional.empty();
            case "imap" -> Optional.of(Protocol.IMAP);
            case "pop3" -> Optional.of(Protocol.POP3);
            default -> throw new BadInput(BadInput.Reason.FORM);
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
        Protocol protocol = protocol().orElseGet(this::protocolOfPort);
        try {
            int number =
                    port().isEmpty() ? usualPort(protocol, protection) : Integer.parseInt(port());
            return new ServerEndpoint(protocol, host(), number, protection);
        } catch (IllegalArgumentException _) {
            throw new BadInput(BadInput.Reason.FORM);
        }
    }

    private Protocol protocolOfPort() {
        return POP3_PORTS.contains(port()) ? Protocol.POP3 : Protocol.IMAP;
    }

    private static int usualPort(Protocol protocol, Security protection) {
        boolean tls = protection == Security.TLS;
        return protocol == Protocol.POP3 ? tls ? 995 : 110 : tls ? 993 : 143;
    }
}
