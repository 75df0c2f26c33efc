package org.postroom.sessioncache.jobs;

/**
 * Names a job.
 *
 * @param value 22 characters of base64url, at random
 */
public record JobId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
