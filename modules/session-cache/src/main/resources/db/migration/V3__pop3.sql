-- What Postroom knows of an account's maildrop (POP3). Times are those of the database's clock.

-- One session with a maildrop at a time: the holder's transactions all check that it still is.
CREATE TABLE maildrop (
    account       uuid             PRIMARY KEY,
    holder        text,
    held_until    timestamptz,
    wanted_until  timestamptz,
    delete_after  integer          CHECK (delete_after BETWEEN 0 AND 3650),
    last_contact  timestamptz,
    next_contact  timestamptz,
    trouble       text,
    trouble_since timestamptz,
    failures      integer          NOT NULL DEFAULT 0,
    pause_seconds double precision
);

-- A message of the drop and its content here. The key is a hash: of what the server calls the
-- message, or where that says nothing, of its header block and size. An entry outlives its
-- message on either side, so that what was deleted does not come back.
CREATE TABLE drop_entry (
    account       uuid        NOT NULL,
    key           text        NOT NULL,
    named         boolean     NOT NULL,
    content       bigint      NOT NULL,
    listed_size   bigint      NOT NULL,
    header_hash   text,
    -- Whether the header has been read into the message's row.
    filled        boolean     NOT NULL DEFAULT false,
    asked_at      timestamptz,
    refused       integer     NOT NULL DEFAULT 0,
    verified_at   timestamptz,
    gone_at       timestamptz,
    removed       boolean     NOT NULL DEFAULT false,
    -- Deleted here for good while the server was to keep everything: it stays there.
    kept          boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (account, key)
);
CREATE INDEX drop_entry_content ON drop_entry (account, content);
CREATE INDEX drop_entry_asked ON drop_entry (account, asked_at) WHERE asked_at IS NOT NULL;
