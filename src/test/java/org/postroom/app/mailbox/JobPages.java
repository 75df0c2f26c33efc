package org.postroom.app.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jsoup.nodes.Element;
import org.postroom.app.support.Page;

/** Watching a job. */
final class JobPages {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private JobPages() {}

    /** The page of a job that has done all, once it has. */
    static Page finished(Page job) {
        Instant end = Instant.now().plus(PATIENCE);
        Page now = job;
        while (now.has("[data-testid=stop-job]") && Instant.now().isBefore(end)) {
            now = job.visitor().open(job.address());
        }
        assertThat(now.has("[data-testid=stop-job]")).as(now.text()).isFalse();
        Element progress = now.one("progress");
        assertThat(progress.attr("value")).as(now.text()).isEqualTo(progress.attr("max"));
        return now;
    }
}
