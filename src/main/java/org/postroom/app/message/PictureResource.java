package org.postroom.app.message;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postroom.rendering.picture.RedrawnPicture;

/**
 * Remote pictures of messages, for readers who asked for them. It needs no session and opens no
 * mail account: the link itself says that it is ours.
 */
@Path("pictures")
@RunOnVirtualThread
public class PictureResource {

    @Inject PictureLinks links;
    @Inject RemotePictures pictures;
    @Inject Clock clock;

    /** The picture, written anew; nothing at all where there is none to show. */
    @GET
    @Path("{proof}/{url}")
    public Response picture(@PathParam("proof") String proof, @PathParam("url") String url) {
        Optional<PictureLinks.Remote> remote = links.opened(proof, url);
        return remote.flatMap(asked -> pictures.find(asked.url()))
                .map(picture -> shown(picture, remote.orElseThrow().expiry()))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }

    /** The only response that another origin may embed: a message's frame has an opaque one. */
    private Response shown(RedrawnPicture picture, Instant expiry) {
        long seconds = Math.max(0, Duration.between(clock.instant(), expiry).toSeconds());
        return Response.ok(picture.octets(), picture.type().mediaType())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + seconds)
                .build();
    }
}
