package org.postroom.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Visitor;
import org.postroom.testing.server.MailUser;

@QuarkusTest
class HealthHttpTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @TestHTTPResource(value = "/health/live", management = true)
    URL live;

    @AfterEach
    void accept() {
        MailServers.proxy().accept();
    }

    @Test
    void everyPartIsNamed() {
        Response told = RestAssured.given().get(ready);
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.jsonPath().getList("checks.name", String.class))
                .contains("database", "disk", "private-postgresql", "mail-servers");
        assertThat(told.jsonPath().getString(part("database") + ".data.schema")).isNotEmpty();
        assertThat(RestAssured.given().get(live).statusCode()).isEqualTo(200);
    }

    @Test
    void aDeadMailServerIsToldAndMakesNobodyUnready() {
        MailUser user = MailServers.dovecot().newUser();
        Visitor.signedIn(user);
        assertThat(mailServer()).isEqualTo("answers");
        MailServers.proxy().refuse();
        new Visitor().signIn(user.login(), user.password());
        assertThat(mailServer()).isEqualTo("does not answer");
        assertThat(RestAssured.given().get(ready).statusCode()).isEqualTo(200);
        assertThat(RestAssured.given().get(live).statusCode()).isEqualTo(200);
    }

    private String mailServer() {
        return RestAssured.given()
                .get(ready)
                .jsonPath()
                .getString(part("mail-servers") + ".data.'imap 127.0.0.1'");
    }

    private static String part(String name) {
        return "checks.find { it.name == '" + name + "' }";
    }
}
