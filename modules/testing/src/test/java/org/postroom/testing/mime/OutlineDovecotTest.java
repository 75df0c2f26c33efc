package org.postroom.testing.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageDetail;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.Uid;
import org.postroom.protocol.imap.ImapStores;
import org.postroom.protocol.mime.MessageHeader;
import org.postroom.protocol.mime.MessageOutline;
import org.postroom.protocol.mime.Stretch;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.net.Timeouts;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;
import org.postroom.testing.server.SharedServers;

/** The outline of a message says what Dovecot says of it, octet by octet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutlineDovecotTest {

    private static final MailboxName INBOX = MailboxName.inbox('/');

    /** Where the outline says something else, because a person is helped more by it. */
    private static final Map<String, String> OTHER_STRUCTURE =
            Map.ofEntries(
                    Map.entry("type-that-is-none", "plain text, as RFC 2045 §5.2 says"),
                    Map.entry("type-with-script", "plain text, as RFC 2045 §5.2 says"),
                    Map.entry("multipart-without-boundary", "its text can be read"),
                    Map.entry("multipart-without-parts", "its text can be read"),
                    Map.entry("multipart-in-base64", "its text can be read"),
                    Map.entry("deep-multipart", "the size of what lies too deep is known"),
                    Map.entry("deep-messages", "the size of what lies too deep is known"),
                    Map.entry("name-with-line-break", "the name goes on after a colon"),
                    Map.entry("name-very-long", "cut"),
                    Map.entry("name-with-many-sections", "cut"));

    private static final Map<String, String> OTHER_SECTIONS =
            Map.of(
                    "multipart-without-boundary", "its text can be read",
                    "multipart-without-parts", "its text can be read",
                    "multipart-in-base64", "its text can be read");

    private static final Map<String, String> OTHER_ENVELOPE =
            Map.of("many-addresses", "a thousand of them are enough");

    private MailStore store;
    private RawImap imap;

    @BeforeAll
    void open() {
        MailUser user = SharedServers.dovecot().newUser();
        imap = SharedServers.dovecot().connect(user);
        imap.select("INBOX");
        store = store(user);
    }

    private static MailStore store(MailUser user) {
        ServerEndpoint endpoint =
                new ServerEndpoint(
                        ServerEndpoint.Protocol.IMAP,
                        "127.0.0.1",
                        SharedServers.dovecot().imapPort(),
                        ServerEndpoint.Security.NONE);
        MailNetwork network = new MailNetwork(Timeouts.DEFAULT, Optional.empty());
        return new ImapStores(network, _ -> AddressPolicy.operatorGiven())
                .open(endpoint, new Credentials.Password(user.login(), user.password()));
    }

    @AfterAll
    void close() {
        store.close();
        imap.close();
    }

    static Stream<SampleMessage> samples() {
        return SampleMessage.all()
                .filter(sample -> sample.raw().length > 0); // an IMAP server's rule
    }

    private interface Comparison {
        void with(SampleMessage sample) throws IOException;
    }

    /**
     * Where we differ on purpose we really do: a difference that has gone is taken off its list.
     */
    private static void compare(
            SampleMessage sample, Map<String, String> different, Comparison comparison)
            throws IOException {
        if (different.containsKey(sample.name())) {
            assertThatThrownBy(() -> comparison.with(sample)).isInstanceOf(AssertionError.class);
        } else {
            comparison.with(sample);
        }
    }

    private MessageRef put(byte[] raw) {
        imap.append("INBOX", "()", raw).orThrow();
        Uid uid = new Uid(imap.search("ALL").getLast());
        return new MessageRef(INBOX, store.status(INBOX).uidValidity().orElseThrow(), uid);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theHeaderIsReadAsDovecotsEnvelope(SampleMessage sample) throws IOException {
        compare(sample, OTHER_ENVELOPE, this::compareEnvelopes);
    }

    private void compareEnvelopes(SampleMessage sample) {
        MessageDetail detail = store.detail(put(sample.raw()));

        assertThat(MessageHeader.parse(sample.raw()).envelope())
                .usingRecursiveComparison()
                .isEqualTo(detail.summary().envelope().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theStructureIsDovecots(SampleMessage sample) throws IOException {
        compare(sample, OTHER_STRUCTURE, this::compareStructures);
    }

    private void compareStructures(SampleMessage sample) throws IOException {
        MessageDetail detail = store.detail(put(sample.raw()));

        MessageOutline outline = MessageOutline.read(new ByteArrayInputStream(sample.raw()));

        assertThat(outline.structure().toString())
                .isEqualToIgnoringCase(detail.structure().toString());
        assertThat(outline.size()).isEqualTo(detail.summary().size());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachSectionIsDovecotsOctetByOctet(SampleMessage sample) throws IOException {
        compare(sample, OTHER_SECTIONS, this::compareSections);
    }

    private void compareSections(SampleMessage sample) throws IOException {
        byte[] raw = sample.raw();
        MessageRef message = put(raw);

        MessageOutline outline = MessageOutline.read(new ByteArrayInputStream(raw));

        for (Map.Entry<Section, Stretch> one : outline.sections().entrySet()) {
            SectionRange range = SectionRange.first(one.getKey(), SectionRange.MAX_LENGTH);
            byte[] expected = store.read(message, List.of(range)).getOrDefault(range, new byte[0]);
            Stretch stretch = one.getValue();
            byte[] found = Arrays.copyOfRange(raw, (int) stretch.offset(), (int) stretch.end());
            assertThat(found).as(one.getKey().toString()).isEqualTo(withoutEnd(expected, found));
        }
    }

    // To Dovecot the line end between two boundaries is the inner part's; RFC 2046 §5.1.1 gives it
    // to the outer boundary.
    private static byte[] withoutEnd(byte[] expected, byte[] found) {
        String text = new String(expected, StandardCharsets.ISO_8859_1);
        boolean extra = text.endsWith("--\r\n") && expected.length == found.length + 2;
        return extra ? Arrays.copyOf(expected, found.length) : expected;
    }
}
