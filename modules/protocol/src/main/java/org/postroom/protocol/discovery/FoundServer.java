package org.postroom.protocol.discovery;

import org.postroom.protocol.ServerEndpoint;

/** What a source says about a server, before anybody has judged it. */
record FoundServer(ServerEndpoint endpoint, LoginPattern login) {}
