package org.postroom.protocol.discovery;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.postroom.protocol.web.WebGet;
import org.postroom.protocol.web.WebRules;

/** What a domain's web servers say about its mail servers (Mozilla's autoconfiguration). */
record AutoconfigSource(WebGet web) {

    /** Of a file, 256 KiB at the most. */
    static final WebRules RULES = new WebRules(false, 256 << 10, "text/xml, application/xml");

    /** Of the host {@code autoconfig} in the domain, which is told the address. */
    List<FoundServer> atAutoconfigHost(String domain, MailAddress address) throws IOException {
        String query =
                URLEncoder.encode(address.localPart() + "@" + domain, StandardCharsets.UTF_8);
        return at(
                "https://autoconfig." + domain + "/mail/config-v1.1.xml?emailaddress=" + query,
                address);
    }

    /** Of the domain's own web server. */
    List<FoundServer> atWellKnown(String domain, MailAddress address) throws IOException {
        return at("https://" + domain + "/.well-known/autoconfig/mail/config-v1.1.xml", address);
    }

    private List<FoundServer> at(String url, MailAddress address) throws IOException {
        Optional<byte[]> file = web.fetch(URI.create(url)).found();
        return file.isEmpty() ? List.of() : AutoconfigFile.servers(file.get(), address);
    }
}
