package org.postroom.protocol.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads Mozilla's autoconfiguration format, {@code config-v1.1.xml}. What is not understood is left
 * out; a document type is refused, and with it every entity.
 */
final class AutoconfigFile {

    private static final int MAX_SERVERS = 20;

    private AutoconfigFile() {}

    /** The servers in their order, for a person with that address. */
    static List<FoundServer> servers(byte[] xml, MailAddress address) throws IOException {
        Document document = parse(xml);
        List<FoundServer> servers = new ArrayList<>();
        for (String kind : List.of("incomingServer", "outgoingServer")) {
            NodeList elements = document.getElementsByTagName(kind);
            for (int i = 0; i < Math.min(elements.getLength(), MAX_SERVERS); i++) {
                server((Element) elements.item(i), address).ifPresent(servers::add);
            }
        }
        return servers;
    }

    private static Document parse(byte[] xml) throws IOException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The autoconfiguration is no XML that may be read", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", "50");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static Optional<FoundServer> server(Element element, MailAddress address) {
        Optional<LoginPattern> login =
                text(element, "username")
                        .map(LoginPattern::ofStranger)
                        .orElse(Optional.of(LoginPattern.ADDRESS));
        return endpoint(element, address)
                .flatMap(endpoint -> login.map(pattern -> new FoundServer(endpoint, pattern)));
    }

    private static Optional<ServerEndpoint> endpoint(Element element, MailAddress address) {
        Optional<Protocol> protocol = protocol(element.getAttribute("type"));
        Optional<String> host = host(element, address);
        Optional<Integer> port = text(element, "port").flatMap(AutoconfigFile::port);
        Optional<Security> security = text(element, "socketType").flatMap(AutoconfigFile::security);
        if (protocol.isEmpty() || host.isEmpty() || port.isEmpty() || security.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ServerEndpoint(protocol.get(), host.get(), port.get(), security.get()));
    }

    private static Optional<String> host(Element element, MailAddress address) {
        return text(element, "hostname")
                .flatMap(LoginPattern::ofStranger)
                .map(pattern -> pattern.of(address))
                .flatMap(HostName::ascii);
    }

    private static Optional<Protocol> protocol(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "imap" -> Optional.of(Protocol.IMAP);
            case "pop3" -> Optional.of(Protocol.POP3);
            case "smtp" -> Optional.of(Protocol.SMTP);
            default -> Optional.empty();
        };
    }

    private static Optional<Security> security(String socketType) {
        return switch (socketType.toUpperCase(Locale.ROOT)) {
            case "SSL" -> Optional.of(Security.TLS);
            case "STARTTLS" -> Optional.of(Security.STARTTLS);
            case "PLAIN" -> Optional.of(Security.NONE);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> port(String text) {
        boolean digits = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return Optional.of(digits ? Integer.parseInt(text) : 0).filter(p -> p > 0 && p <= 65535);
    }

    private static Optional<String> text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0
                ? Optional.empty()
                : Optional.of(found.item(0).getTextContent().strip()).filter(t -> !t.isEmpty());
    }

    /** The JDK's own handler prints to the console. */
    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
