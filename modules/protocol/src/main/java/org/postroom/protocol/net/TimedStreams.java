package org.postroom.protocol.net;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;

/**
 * The octets on the wire, encrypted or not, with a time limit on every read and write and on all of
 * them together.
 */
final class TimedStreams {

    private final GuardedSocket socket;
    private final ResponseBudget budget;
    private final InputStream input;
    private final OutputStream output;

    TimedStreams(GuardedSocket socket, ResponseBudget budget, InputStream in, OutputStream out) {
        this.socket = socket;
        this.budget = budget;
        this.input = new TimedInput(in);
        this.output = new TimedOutput(out);
    }

    InputStream input() {
        return input;
    }

    OutputStream output() {
        return output;
    }

    private final class TimedInput extends FilterInputStream {

        TimedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            socket.awaitAtMost(budget.readMillis());
            try {
                int count = in.read(octets, offset, length);
                if (count < 0) {
                    socket.ended();
                }
                return count;
            } catch (IOException e) {
                throw socket.failed(e);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private final class TimedOutput extends FilterOutputStream {

        TimedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            WriteWatch watch = WriteWatch.start(budget.writeMillis(), socket);
            try {
                out.write(octets, offset, length);
            } catch (IOException e) {
                throw socket.failed(watch.hasEnded() ? timedOut(e) : e);
            } finally {
                watch.stop();
            }
        }

        private IOException timedOut(IOException cause) {
            IOException timeout =
                    new SocketTimeoutException("The server takes nothing of what is sent");
            timeout.initCause(cause);
            return timeout;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
