package org.postroom.protocol.pop3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.protocol.Credentials.Password;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;

/**
 * Proves a password to the server, once. Over TLS by AUTH PLAIN (RFC 5034), else by USER and PASS,
 * and by APOP only where there is neither. In the clear APOP goes first, because it keeps the
 * password from those who listen. Another way is tried only while the server has not heard the
 * password: what it then says is final.
 */
final class Pop3Login {

    /** A timestamp as RFC 1939 §7 wants it; others could be made to reveal the password. */
    private static final Pattern TIMESTAMP = Pattern.compile("<[!-;=?A-~]+@[!-;=?A-~]+>");

    private final Pop3Wire wire;
    private final Offer offer;
    private final Optional<String> timestamp;
    private final boolean encrypted;
    private DropAnswer refusal = new DropAnswer.Refused(false);

    Pop3Login(Pop3Wire wire, Offer offer, Reply greeting, boolean encrypted) {
        this.wire = wire;
        this.offer = offer;
        this.timestamp =
                Optional.of(TIMESTAMP.matcher(greeting.text()))
                        .filter(Matcher::find)
                        .map(Matcher::group);
        this.encrypted = encrypted;
    }

    /** Whether we are in; if not, {@link #refusal} says why. */
    boolean enter(Password password) throws IOException {
        boolean digest = timestamp.isPresent() && !password.loginName().contains(" ");
        if (digest && !encrypted) {
            return apop(password);
        }
        if (offer.has("SASL", "PLAIN")) {
            return plain(password);
        }
        if (takesUser()) {
            return user(password, digest);
        }
        if (!digest) {
            throw new ServerUnreachable(
                    Reason.NOT_USABLE, "The server takes no passwords here", null);
        }
        return apop(password);
    }

    DropAnswer refusal() {
        return refusal;
    }

    /** A server without CAPA does not say so; one with it must. */
    private boolean takesUser() {
        return !offer.known() || offer.has("USER");
    }

    /** The password follows only when the server has agreed to the mechanism. */
    private boolean plain(Password password) throws IOException {
        wire.begin(Limits.SHORT);
        wire.send("AUTH PLAIN");
        String challenge = wire.line();
        if (!challenge.startsWith("+ ") && !challenge.equals("+")) {
            Reply no = Reply.of(challenge);
            return no.code().isEmpty() && takesUser() ? user(password, false) : refusedUnheard(no);
        }
        String response = "\0" + password.loginName() + "\0" + password.password();
        return heard(wire.ask("AUTH", base64(response)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean user(Password password, boolean elseApop) throws IOException {
        Reply name = wire.ask("USER " + password.loginName());
        if (name.ok()) {
            return heard(wire.ask("PASS", "PASS " + password.password()));
        }
        return elseApop && name.code().isEmpty() ? apop(password) : refusedUnheard(name);
    }

    private boolean apop(Password password) throws IOException {
        String digest = md5(timestamp.orElseThrow() + password.password());
        return heard(wire.ask("APOP", "APOP " + password.loginName() + " " + digest));
    }

    private static String md5(String text) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    private boolean heard(Reply reply) {
        if (!reply.ok()) {
            refusal = Refusals.afterThePassword(reply, offer);
        }
        return reply.ok();
    }

    private boolean refusedUnheard(Reply no) {
        refusal = Refusals.beforeThePassword(no, offer);
        return false;
    }
}
