package org.postroom.protocol;

/**
 * Hears of every command that goes to a mail server, for numbers and traces; never of what goes
 * with it. Called on the thread that waits for the answer, so it is quick.
 */
@FunctionalInterface
public interface MailObserver {

    /** Nobody wants to know. */
    MailObserver NONE = (_, _) -> Observed.NOT;

    /**
     * A command goes to a server.
     *
     * @param command its verb, one of few, such as {@code UID FETCH} or {@code RETR}; {@code
     *     CONNECT} is the way to the server up to its greeting
     */
    Observed began(ServerEndpoint server, String command);

    /** A command that is being answered. */
    @FunctionalInterface
    interface Observed {

        /** Not observed. */
        Observed NOT = _ -> {};

        /** It is over; called once. */
        void ended(End end);
    }

    /** How a command ended. */
    enum End {
        /** The server did it. */
        DONE,
        /** The server said no. */
        REFUSED,
        /** There was no answer, none in time, or none that could be understood. */
        LOST,
        /** It was us who broke it off. */
        LEFT;

        /** What a failure says about a command. */
        public static End of(RuntimeException failure) {
            return switch (failure) {
                case MailException.ConnectionLost _,
                        MailException.BadResponse _,
                        MailException.ServerUnreachable _ ->
                        LOST;
                case MailException _ -> REFUSED;
                default -> LEFT;
            };
        }
    }
}
