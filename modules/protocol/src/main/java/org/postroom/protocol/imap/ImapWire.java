package org.postroom.protocol.imap;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailObserver.End;
import org.postroom.protocol.MailObserver.Observed;
import org.postroom.protocol.net.GuardedConnection;

/**
 * Angus' protocol layer, made careful: answers are {@link ImapLine}s, which may be taken while they
 * come; a greeting that claims to know us already is refused, and so is anything that is sent in
 * the clear after STARTTLS (RFC 9051 §6.2.1, §11.1).
 */
final class ImapWire extends IMAPProtocol {

    /** A greeting that we do not go on with. */
    static final class GreetingRefused extends ProtocolException {
        private static final long serialVersionUID = 1L;
        private final boolean busy;

        GreetingRefused(String message, boolean busy) {
            super(message);
            this.busy = busy;
        }

        /** Whether the server said goodbye at once, which is what full ones do. */
        boolean busy() {
            return busy;
        }
    }

    /** Angus writes all that passes, passwords too, to a log that is fine enough: to none, then. */
    private static final Logger SILENT = Logger.getLogger("org.postroom.wire");

    static {
        SILENT.setLevel(Level.OFF);
    }

    // The superclass reads the greeting in its constructor: nothing here may have an initialiser.
    private @Nullable Predicate<ImapLine> taker;
    private boolean utf8;
    private boolean askingBeforeLiterals;
    private @Nullable String nextAnswer;
    private @Nullable GuardedConnection observed;

    ImapWire(String host, int port, Properties properties, boolean tls)
            throws IOException, ProtocolException {
        super(
                "imap",
                host,
                port,
                properties,
                tls,
                new MailLogger(
                        SILENT.getName(),
                        "imap",
                        false,
                        new PrintStream(OutputStream.nullOutputStream())));
    }

    @Override
    protected void processGreeting(Response greeting) throws ProtocolException {
        if (greeting.isBYE()) {
            throw new GreetingRefused("The server said goodbye as its greeting", true);
        }
        if (!greeting.isOK()) {
            throw new GreetingRefused("Neither a greeting nor an invitation to sign in", false);
        }
        super.processGreeting(greeting);
    }

    /** From now on those who observe this connection hear of each command. */
    void observe(GuardedConnection connection) {
        observed = connection;
    }

    @Override
    public synchronized Response[] command(String command, @Nullable Argument arguments) {
        String verb = verb(command);
        Observed observer = observed == null ? Observed.NOT : observed.began(verb);
        End end = End.LOST;
        try {
            Response[] responses = super.command(command, arguments);
            end = end(verb, responses[responses.length - 1]);
            return responses;
        } finally {
            observer.ended(end);
        }
    }

    /** What follows it, such as the answer of an AUTHENTICATE, is nobody else's business. */
    private static String verb(String command) {
        String[] words = command.split(" ", 3);
        return words.length > 1 && words[0].equals("UID") ? "UID " + words[1] : words[0];
    }

    /** Angus puts a goodbye after all other answers; after LOGOUT it is the right one. */
    private static End end(String verb, Response last) {
        if (last.isOK() || verb.equals("LOGOUT")) {
            return End.DONE;
        }
        return last.isBYE() ? End.LOST : End.REFUSED;
    }

    /** Lets somebody see every untagged line as it comes, and keep those that they say true to. */
    void onLine(Predicate<ImapLine> newTaker) {
        taker = newTaker;
    }

    @Override
    public Response readResponse() throws IOException, ProtocolException {
        ImapLine line = new ImapLine(this);
        while (isTaken(line) || isAnswered(line)) {
            line = new ImapLine(this);
        }
        return line;
    }

    /** The answer to the next challenge (RFC 9051 §6.2.2); those after it get an empty line. */
    void answerChallenges(String base64) {
        nextAnswer = base64;
    }

    /** No challenge is expected any more. */
    void stopAnswering() {
        nextAnswer = null;
    }

    private boolean isAnswered(ImapLine line) throws IOException {
        if (nextAnswer == null || !line.isContinuation()) {
            return false;
        }
        getOutputStream().write((nextAnswer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        getOutputStream().flush();
        nextAnswer = "";
        return true;
    }

    @Override
    protected void setCapabilities(Response response) {
        if (response instanceof ImapLine line && line.hasCode("CAPABILITY")) {
            super.setCapabilities(response);
        }
    }

    /** Takes capabilities that came along with an answer; false when none did. */
    boolean tookCapabilities(Response[] responses) {
        Response end = responses[responses.length - 1];
        boolean told = end instanceof ImapLine line && line.hasCode("CAPABILITY");
        for (Response response : responses) {
            told |= response instanceof ImapLine line && line.is("CAPABILITY");
        }
        handleCapabilityResponse(responses);
        setCapabilities(end);
        return told;
    }

    private boolean isTaken(ImapLine line) throws IOException {
        if (taker == null || !line.isUnTagged()) {
            return false;
        }
        try {
            return taker.test(line);
        } catch (MailException e) {
            disconnect();
            throw new IOException("An answer was not acceptable", e);
        }
    }

    @Override
    public void simpleCommand(String command, Argument arguments) throws ProtocolException {
        super.simpleCommand(command, arguments);
        if (command.toUpperCase(Locale.ROOT).equals("STARTTLS") && hasResponse()) {
            disconnect();
            throw new ProtocolException("Something was said between STARTTLS and TLS");
        }
    }

    /** From now on text is UTF-8 in both directions (RFC 6855). */
    void speakUtf8() {
        utf8 = true;
    }

    @Override
    public boolean supportsUtf8() {
        return utf8;
    }

    /** Whether literals wait for the server's word even where they need not. */
    void askBeforeLiterals(boolean ask) {
        askingBeforeLiterals = ask;
    }

    @Override
    protected boolean supportsNonSyncLiterals() {
        return !askingBeforeLiterals && super.supportsNonSyncLiterals();
    }
}
