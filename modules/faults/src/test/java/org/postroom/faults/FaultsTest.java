package org.postroom.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever fails under load: nobody is signed out, and no change is lost or done twice. */
class FaultsTest {

    private static final int PEOPLE = Cluster.FULL ? 50 : 12;
    private static final Path TABLE = Path.of("target", "faults", "table.md");

    @Test
    void nothingIsLostAndNobodyIsSignedOut() throws IOException {
        Cluster cluster = Cluster.shared();
        List<Finding> findings = new ArrayList<>();
        try (Load load = Load.of(PEOPLE, cluster)) {
            for (Fault fault : Cluster.FULL ? Fault.all() : Fault.shortly()) {
                findings.add(load.suffer(fault, cluster));
            }
            Ledger ledger = load.finish(cluster);
            write(findings, load.witness(), ledger);
            assertThat(load.witness().changes()).isPositive();
            assertThat(ledger.lost()).isEmpty();
            assertThat(ledger.doubled()).isEmpty();
            assertThat(load.witness().signedOut()).isZero();
        }
    }

    private static void write(List<Finding> findings, Witness witness, Ledger ledger)
            throws IOException {
        String sums =
                "%nChanges that were confirmed: %d. Lost: %d. Doubled: %d. People signed out: %d. Surprises: %s%n"
                        .formatted(
                                witness.changes(),
                                ledger.lost().size(),
                                ledger.doubled().size(),
                                witness.signedOut(),
                                witness.surprises());
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, Finding.table(findings) + sums);
    }
}
