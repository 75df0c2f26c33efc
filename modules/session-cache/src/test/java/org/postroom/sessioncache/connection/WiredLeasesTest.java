package org.postroom.sessioncache.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.MailStore;
import org.postroom.sessioncache.signin.People;

@QuarkusTest
class WiredLeasesTest {

    @Inject StoreLeases leases;

    @Test
    void insideATransactionNoServerIsAsked() {
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () ->
                                                        leases.read(
                                                                People.session("kim"),
                                                                MailStore::quota)))
                .hasStackTraceContaining("inside a transaction");
    }

    @Test
    void outsideOfOneTheFactoryOfTheApplicationIs() {
        assertThatThrownBy(() -> leases.read(People.session("kim"), MailStore::quota))
                .hasMessage("These tests open no store");
        assertThat(leases.numbers().failed()).isPositive();
    }
}
