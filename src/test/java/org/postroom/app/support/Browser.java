package org.postroom.app.support;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real browser: one Chromium for all tests of this JVM, which ends with it. */
public final class Browser {

    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private static com.microsoft.playwright.@Nullable Browser chromium;

    private Browser() {}

    /** A window with nothing in common with any other. */
    public static Window window(NewContextOptions options) {
        options.setBaseURL("http://localhost:" + RestAssured.port)
                .setReducedMotion(ReducedMotion.REDUCE);
        return new Window(chromium().newContext(options));
    }

    /** A wide window. */
    public static Window window() {
        return window(new NewContextOptions().setViewportSize(1280, 800));
    }

    /** A wide window in which no script runs. */
    public static Window withoutScript() {
        return window(
                new NewContextOptions().setViewportSize(1280, 800).setJavaScriptEnabled(false));
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        com.microsoft.playwright.@Nullable Browser running = chromium;
        return running == null ? start() : running;
    }

    private static com.microsoft.playwright.Browser start() {
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var started =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(FLAGS));
        // Closing from another thread is not allowed, but ending the driver ends Chromium.
        Runtime.getRuntime().addShutdownHook(new Thread(Browser::endChildren));
        chromium = started;
        return started;
    }

    private static void endChildren() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("playwright"))
                .forEach(ProcessHandle::destroy);
    }
}
