-- Mail that is kept here: the rows of an account are the truth about it. Every key begins with the
-- account. Whoever changes anything of an account locks its row in mail_account first.

CREATE TABLE mail_account (
    account           uuid   PRIMARY KEY,
    -- Raised by every change, so that others see that there is something new.
    version           bigint NOT NULL DEFAULT 0,
    -- Octets of the contents that are stored.
    used              bigint NOT NULL DEFAULT 0,
    next_mailbox      bigint NOT NULL DEFAULT 1,
    next_content      bigint NOT NULL DEFAULT 1,
    -- A mailbox that is made anew never gets a validity that one of its name has had.
    next_uid_validity bigint NOT NULL DEFAULT extract(epoch FROM now())::bigint
);

CREATE TABLE mailbox (
    account      uuid    NOT NULL,
    id           bigint  NOT NULL,
    name         text    COLLATE "C" NOT NULL,
    special_use  text,
    subscribed   boolean NOT NULL,
    uid_validity bigint  NOT NULL,
    uid_next     bigint  NOT NULL DEFAULT 1,
    -- Counters of the rows below, changed with them.
    messages     bigint  NOT NULL DEFAULT 0,
    unseen       bigint  NOT NULL DEFAULT 0,
    deleted      bigint  NOT NULL DEFAULT 0,
    pending      bigint  NOT NULL DEFAULT 0,
    size         bigint  NOT NULL DEFAULT 0,
    -- The account's version when something changed, or went, the last time.
    changed_at   bigint  NOT NULL DEFAULT 0,
    vanished_at  bigint  NOT NULL DEFAULT 0,
    PRIMARY KEY (account, id),
    -- At the end of a statement: a rename moves a whole branch.
    UNIQUE (account, name) DEFERRABLE INITIALLY IMMEDIATE
);

CREATE TABLE message (
    account       uuid        NOT NULL,
    mailbox       bigint      NOT NULL,
    uid           bigint      NOT NULL,
    content       bigint      NOT NULL,
    internal_date timestamptz NOT NULL,
    size          bigint      NOT NULL,
    seen          boolean     NOT NULL DEFAULT false,
    answered      boolean     NOT NULL DEFAULT false,
    flagged       boolean     NOT NULL DEFAULT false,
    deleted       boolean     NOT NULL DEFAULT false,
    draft         boolean     NOT NULL DEFAULT false,
    keywords      text[]      NOT NULL DEFAULT '{}',
    -- The header is not known yet; what follows says nothing then.
    pending       boolean     NOT NULL DEFAULT true,
    -- JSON, as text: jsonb refuses characters that strangers write.
    envelope      text,
    message_id    text,
    reference_ids text[]      NOT NULL DEFAULT '{}',
    attachment    boolean     NOT NULL DEFAULT false,
    preview       text        NOT NULL DEFAULT '',
    -- What lists are ordered by; computed by us, compared bytewise.
    subject_key   text        COLLATE "C" NOT NULL DEFAULT '',
    sender_key    text        COLLATE "C" NOT NULL DEFAULT '',
    -- What words are looked for in: NFKC, case folded.
    from_words    text        COLLATE "C" NOT NULL DEFAULT '',
    to_words      text        COLLATE "C" NOT NULL DEFAULT '',
    cc_words      text        COLLATE "C" NOT NULL DEFAULT '',
    bcc_words     text        COLLATE "C" NOT NULL DEFAULT '',
    subject_words text        COLLATE "C" NOT NULL DEFAULT '',
    PRIMARY KEY (account, mailbox, uid)
);
CREATE INDEX message_content ON message (account, content);
-- What has no header yet counts as older than what has one.
CREATE INDEX message_by_date ON message (account, mailbox, pending DESC, internal_date, uid)
    WHERE NOT deleted;
CREATE INDEX message_by_subject ON message (account, mailbox, subject_key, uid) WHERE NOT deleted;
CREATE INDEX message_by_sender ON message (account, mailbox, sender_key, uid) WHERE NOT deleted;
CREATE INDEX message_by_size ON message (account, mailbox, size, uid) WHERE NOT deleted;
CREATE INDEX message_unread ON message (account, mailbox, pending DESC, internal_date, uid)
    WHERE NOT deleted AND NOT seen;
CREATE INDEX message_pending ON message (account, mailbox, uid) WHERE pending;

-- The octets of a message, shared by its copies.
CREATE TABLE content (
    account   uuid    NOT NULL,
    id        bigint  NOT NULL,
    size      bigint  NOT NULL,
    sha256    bytea,
    -- The chunks are here, all of them.
    stored    boolean NOT NULL DEFAULT false,
    -- No message has it any more; the row stays as a sign of that.
    forgotten boolean NOT NULL DEFAULT false,
    -- The mail server has it no longer.
    only_copy boolean NOT NULL DEFAULT false,
    upload    uuid,
    outline   text,
    words     text    COLLATE "C",
    PRIMARY KEY (account, id)
);
CREATE INDEX content_missing ON content (account, id) WHERE NOT stored AND NOT forgotten;
CREATE INDEX content_to_clear ON content (account, id) WHERE forgotten AND upload IS NOT NULL;

-- Chunks that are being written; when their content is complete, this row goes.
CREATE TABLE content_upload (
    account    uuid        NOT NULL,
    id         uuid        NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account, id)
);
CREATE INDEX content_upload_written_at ON content_upload (written_at);

CREATE TABLE content_chunk (
    account  uuid    NOT NULL,
    upload   uuid    NOT NULL,
    position integer NOT NULL,
    octets   bytea   NOT NULL,
    PRIMARY KEY (account, upload, position)
);
-- Mail is compressed seldom to any use, and a range must not unpack what stands before it.
ALTER TABLE content_chunk ALTER COLUMN octets SET STORAGE EXTERNAL;
