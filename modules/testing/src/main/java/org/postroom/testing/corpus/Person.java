package org.postroom.testing.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Somebody invented who writes or receives mail.
 *
 * @param name as a From field shows it, in its own script
 * @param address in a domain that exists for examples only
 */
public record Person(String name, String address) {
    /** Name and address as a header writes them, the name in UTF-8. */
    public String mailbox() {
        return mailbox(StandardCharsets.UTF_8);
    }

    /** Name and address as a header writes them, the name in a charset that is able to. */
    public String mailbox(Charset charset) {
        var phrase = HeaderText.phrase(name, charset);
        return phrase + " <" + address + ">";
    }

    /** What follows the @ sign. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
