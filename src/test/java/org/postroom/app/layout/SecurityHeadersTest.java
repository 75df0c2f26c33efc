package org.postroom.app.layout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecurityHeadersTest {

    @Test
    void everyResponseHasThem() {
        for (String path : new String[] {"/login", "/nothing/here"}) {
            Headers headers = get(path).headers();
            assertThat(headers.getValue("Content-Security-Policy"))
                    .isEqualTo(SecurityHeaders.PAGE_POLICY);
            assertThat(headers.getValue("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(headers.getValue("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(headers.getValue("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(headers.getValue("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(headers.getValue("X-DNS-Prefetch-Control")).isEqualTo("off");
            assertThat(headers.getValue("Permissions-Policy")).contains("camera=()");
        }
    }

    @Test
    void thePolicyOfPagesAllowsNoInlineScriptAndNoFrameAround() {
        assertThat(SecurityHeaders.PAGE_POLICY)
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .contains("form-action 'self'", "object-src 'none'")
                .doesNotContain("unsafe", "*", "http:");
    }

    @Test
    void whatIsPersonalIsKeptNowhere() {
        assertThat(get("/login").header("Cache-Control")).isEqualTo("no-store, private");
        assertThat(get("/").header("Cache-Control")).isEqualTo("no-store, private");
        assertThat(get("/assets/absent.css").header("Cache-Control"))
                .isEqualTo("no-store, private");
    }

    @Test
    void pagesAreCompressed() {
        given().header("Accept-Encoding", "gzip")
                .get("/login")
                .then()
                .header("Content-Encoding", "gzip");
    }

    @Test
    void httpsIsDemandedOnlyWhereItWasUsed() {
        assertThat(get("/login").header("Strict-Transport-Security")).isNull();
        MultiMap headers = HttpHeaders.headers();
        SecurityHeaders.complete(headers, true);
        assertThat(headers.get("Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    @Test
    void whatAResourceHasSetItselfStays() {
        MultiMap headers = HttpHeaders.headers();
        headers.set("content-security-policy", "sandbox; default-src 'none'");
        headers.set("cross-origin-resource-policy", "cross-origin");
        SecurityHeaders.complete(headers, false);
        assertThat(headers.getAll("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
        assertThat(headers.getAll("Cross-Origin-Resource-Policy")).containsExactly("cross-origin");
    }

    private static Response get(String path) {
        return given().redirects().follow(false).get(path);
    }
}
