package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said at the sign-in page. */
@MessageBundle("access")
public interface AccessSentences {
    @Message("The address or the password is not right.")
    String signInRefused();

    @Message("The mail server did not accept them. Check both and try again.")
    String signInRefusedDetail();

    @Message("Some providers want an app password here instead of the usual one.")
    String appPasswordHint();

    @Message("Type your mail address and your password.")
    String signInIncomplete();

    @Message("Neither may be empty, very long, or hold control characters.")
    String signInIncompleteDetail();

    @Message("These server settings cannot be right.")
    String serverNotSensible();

    @Message("Check the server’s name, the port (1 to 65535) and the kind of protection.")
    String serverNotSensibleDetail();

    @Message("No mail server is known for this address.")
    String noServer();

    @Message(
            "Check the address, or type your provider’s server under “Server settings” if it is offered.")
    String noServerDetail();

    @Message("No {chosen} server is known for this address.")
    String otherKind(String chosen);

    @Message(
            "A server for {known} is. Choose {known} or “Find out by itself” as the kind of mailbox, and sign in again.")
    String otherKindDetail(String known);

    @Message("Your password was not tested. Try again in {time}.")
    String delayedFor(String time);

    @Message("Your password was not tested. Try again in a few minutes.")
    String delayedABit();

    @Message("Addresses of this domain cannot sign in here.")
    String notHere();

    @Message("Use the address of a mailbox that belongs to this service.")
    String notHereDetail();

    @Message("Too many attempts.")
    String tooOften();

    @Message(
            "The mail server was not asked again, so that it does not lock you out. Wait {time}, then try once more.")
    String waitFor(String time);

    @Message("This mail server cannot be used.")
    String serverNotUsable();

    @Message(
            "It did not answer as a protected mail server, or it may not be reached from here. Check its name, port and protection.")
    String serverNotUsableDetail();

    @Message("This is not your fault, and your password was not tested. Try again in a while.")
    String notYourFault();

    @Message("This page was opened over a connection that is not protected.")
    String unprotected();

    @Message(
            "Your browser would not keep you signed in, and others could read along. Open it with https:// at the front, or on the machine itself as http://localhost.")
    String unprotectedDetail();

    @Message("You are signed in as {address}. Signing in here replaces that.")
    String replacesSession(String address);

    @Message(
            "Your provider’s mail server is {host}, which does not belong to the domain of your address. If you know it, type your password once more and sign in: it goes there.")
    String confirmServer(String host);
}
