package org.postroom.protocol.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemSrvLookupTest {

    /** With a length octet for each dot, one more in front, and the root, type and class behind. */
    private static final String QUESTION = "._imaps._tcp.example.net." + "SRV?";

    private static final int NAME_ERROR = 3;
    private static final int REFUSED = 5;

    @Test
    void recordsAreReadFromDns() throws Exception {
        try (DatagramSocket dns = socket()) {
            play(dns, 0, 2);
            assertThat(lookup(dns))
                    .containsExactlyInAnyOrder(
                            new SrvRecord(10, 5, 993, "mail0.example.net."),
                            new SrvRecord(10, 5, 993, "mail1.example.net."));
        }
    }

    @Test
    void atMostTwentyRecordsAreRead() throws Exception {
        try (DatagramSocket dns = socket()) {
            play(dns, 0, 25);
            assertThat(lookup(dns)).hasSize(20);
        }
    }

    @Test
    void aNameWithoutRecordsHasNone() throws Exception {
        try (DatagramSocket dns = socket()) {
            play(dns, NAME_ERROR, 0);
            assertThat(lookup(dns)).isEmpty();
        }
    }

    @Test
    void aServerThatRefusesIsNoAnswer() throws Exception {
        try (DatagramSocket dns = socket()) {
            play(dns, REFUSED, 0);
            assertThatThrownBy(() -> lookup(dns)).isInstanceOf(IOException.class);
        }
    }

    private static List<SrvRecord> lookup(DatagramSocket dns) throws IOException {
        return new SystemSrvLookup((InetSocketAddress) dns.getLocalSocketAddress())
                .lookup("_imaps._tcp.example.net");
    }

    private static DatagramSocket socket() throws IOException {
        return new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    }

    private static void play(DatagramSocket dns, int code, int records) {
        Thread.startVirtualThread(
                () -> {
                    while (!dns.isClosed()) {
                        answer(dns, code, records);
                    }
                });
    }

    private static void answer(DatagramSocket dns, int code, int records) {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[512], 512);
            dns.receive(packet);
            byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
            byte[] answer = message(question, code, records);
            dns.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        } catch (IOException e) {
            dns.close();
        }
    }

    /** The question again (RFC 1035 §4.1), and records with small targets (RFC 2782). */
    private static byte[] message(byte[] question, int code, int records) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(octets);
        out.write(question, 0, 2);
        out.writeShort(0x8180 | code);
        out.writeShort(1);
        out.writeShort(records);
        out.writeInt(0);
        out.write(question, 12, QUESTION.length());
        for (int i = 0; i < records; i++) {
            record(out, "mail" + i);
        }
        return octets.toByteArray();
    }

    private static void record(DataOutputStream out, String host) throws IOException {
        int exampleNet = 12 + "_imaps".length() + 1 + "_tcp".length() + 1;
        out.writeShort(0xC00C);
        out.writeShort(33);
        out.writeShort(1);
        out.writeInt(60);
        out.writeShort(6 + 1 + host.length() + 2);
        out.writeShort(10);
        out.writeShort(5);
        out.writeShort(993);
        out.writeByte(host.length());
        out.writeBytes(host);
        out.writeShort(0xC000 | exampleNet);
    }
}
