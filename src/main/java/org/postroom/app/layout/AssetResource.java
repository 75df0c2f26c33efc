package org.postroom.app.layout;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Serves what belongs to no person: the style sheet, the icons. */
@Path("/assets")
public class AssetResource {

    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    /**
     * One asset; under the URL of another version it is served too, but must be asked for again.
     *
     * @throws NotFoundException for a name that is none
     */
    @GET
    @Path("{version}/{name}")
    public Response asset(@PathParam("version") String version, @PathParam("name") String name) {
        Assets.@Nullable Asset asset = Assets.all().get(name);
        if (asset == null) {
            throw new NotFoundException();
        }
        return Response.ok(asset.content(), asset.type())
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        Assets.isCurrent(version) ? FOR_GOOD : "no-cache")
                .build();
    }
}
