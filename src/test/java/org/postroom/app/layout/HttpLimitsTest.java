package org.postroom.app.layout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HttpLimitsTest {

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void aFormWithSixHundredTickedBoxesIsReadAsOneWithOne() {
        assertThat(statusOfForm(600)).isEqualTo(statusOfForm(1)).isLessThan(500);
        assertThat(statusOfForm(600)).isNotEqualTo(413);
    }

    @Test
    void aBodyBeyondOneMegabyteIsRefused() {
        int status =
                given().contentType(ContentType.URLENC)
                        .body("q=" + "x".repeat(1 << 21))
                        .post("/login")
                        .statusCode();
        assertThat(status).isEqualTo(413);
    }

    @Test
    void readinessKnowsTheDatabase() {
        given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("database"));
    }

    @Test
    void healthAndMetricsAreOnTheManagementPortOnly() {
        given().get(management.resolve("/q/metrics")).then().statusCode(200);
        assertThat(given().redirects().follow(false).get("/q/metrics").statusCode()).isEqualTo(404);
        assertThat(given().redirects().follow(false).get("/q/health").statusCode()).isEqualTo(404);
    }

    private static int statusOfForm(int boxes) {
        String form =
                IntStream.range(0, boxes)
                        .mapToObj(number -> "message=1700000000." + number + "%40INBOX")
                        .collect(Collectors.joining("&"));
        return given().contentType(ContentType.URLENC).body(form).post("/login").statusCode();
    }
}
