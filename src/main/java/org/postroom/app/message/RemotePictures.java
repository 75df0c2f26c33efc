package org.postroom.app.message;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postroom.app.telemetry.Tally;
import org.postroom.app.telemetry.Tally.Picture;
import org.postroom.app.wiring.PostroomConfig;
import org.postroom.protocol.MailException;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.net.Timeouts;
import org.postroom.protocol.web.WebGet;
import org.postroom.protocol.web.WebRules;
import org.postroom.rendering.picture.PictureFile;
import org.postroom.rendering.picture.RedrawnPicture;

/** Fetches pictures from servers that nobody vouches for, a few at once, and draws them anew. */
@Singleton
class RemotePictures {

    private static final Logger LOG = Logger.getLogger(RemotePictures.class);
    private static final int FETCHES = 8;
    private static final int DRAWINGS = 2;
    private static final int PATIENCE_SECONDS = 10;
    private static final Duration NETWORK = Duration.ofSeconds(5);
    private static final WebRules RULES =
            new WebRules(true, 10 << 20, "image/png, image/jpeg, image/gif");

    private final Semaphore places = new Semaphore(FETCHES, true);

    /** Threads of the system: a picture in the making would hold up virtual ones. */
    private final ExecutorService drawings =
            Executors.newFixedThreadPool(
                    DRAWINGS, Thread.ofPlatform().daemon().name("picture-", 0).factory());

    private final WebGet web;
    private final Tally tally;

    @Inject
    RemotePictures(PostroomConfig config, Tally tally) {
        this.tally = tally;
        web =
                new WebGet(
                        new MailNetwork(new Timeouts(NETWORK, NETWORK, NETWORK), Optional.empty()),
                        AddressPolicy.pictures(config.allowPrivateAddresses()),
                        RULES);
    }

    @PreDestroy
    void stop() {
        drawings.shutdownNow();
    }

    /** The picture; empty when there is none, or when it must not be fetched or shown. */
    Optional<RedrawnPicture> find(String url) {
        Picture outcome = Picture.REFUSED;
        try {
            URI address = new URI(new URI(url).toASCIIString());
            if (!enter()) {
                outcome = Picture.BUSY;
                return Optional.empty();
            }
            Optional<RedrawnPicture> picture = fetchedInside(address);
            outcome = picture.isPresent() ? Picture.SHOWN : outcome;
            return picture;
        } catch (URISyntaxException | IOException | MailException e) {
            LOG.debug("A remote picture is not shown", e);
            return Optional.empty();
        } finally {
            tally.picture(outcome);
        }
    }

    private Optional<RedrawnPicture> fetchedInside(URI address) throws IOException {
        try {
            return fetch(address);
        } finally {
            places.release();
        }
    }

    private Optional<RedrawnPicture> fetch(URI address) throws IOException {
        Optional<PictureFile> file = web.fetch(address).found().flatMap(PictureFile::of);
        return file.isEmpty() ? Optional.empty() : Optional.of(drawn(file.get()));
    }

    private RedrawnPicture drawn(PictureFile file) throws IOException {
        try {
            return drawings.submit(() -> RedrawnPicture.of(file)).get();
        } catch (ExecutionException e) {
            throw new IOException("The picture cannot be drawn", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Whoever waits too long for a place goes without: then it is false. */
    private boolean enter() throws IOException {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new InterruptedIOException(e.getMessage());
    }
}
