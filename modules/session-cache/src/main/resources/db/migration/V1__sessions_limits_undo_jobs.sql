-- Times are always those of the database's clock. Every key begins with the account or the session.

CREATE TABLE session (
    id             text        PRIMARY KEY,
    account        uuid        NOT NULL,
    protocol       text        NOT NULL,
    host           text        NOT NULL,
    port           integer     NOT NULL,
    security       text        NOT NULL,
    login_name     text        NOT NULL,
    operator_given boolean     NOT NULL,
    address        text        NOT NULL,
    stay           boolean     NOT NULL,
    sealed         bytea       NOT NULL,
    signed_in_at   timestamptz NOT NULL DEFAULT now(),
    last_used_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_account ON session (account);

-- Sign-ins a minute: a bucket is empty again at the time drained_at.
CREATE TABLE sign_in_bucket (
    key          text             PRIMARY KEY,
    drained_at   timestamptz      NOT NULL,
    wait_seconds double precision NOT NULL
);

-- Failures of one account from one network; the key is a hash of both.
CREATE TABLE sign_in_failures (
    key          text             PRIMARY KEY,
    failures     integer          NOT NULL,
    last_at      timestamptz      NOT NULL,
    wait_seconds double precision NOT NULL
);

CREATE TABLE undo (
    account     uuid        NOT NULL,
    id          text        NOT NULL,
    action      text        NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account, id)
);
CREATE INDEX undo_recorded_at ON undo (recorded_at);

CREATE TABLE job (
    account        uuid        NOT NULL,
    id             text        NOT NULL,
    session        text        NOT NULL,
    kind           text        NOT NULL,
    status         text        NOT NULL,
    done           bigint      NOT NULL DEFAULT 0,
    gone           bigint      NOT NULL DEFAULT 0,
    total          bigint      NOT NULL,
    stop_requested boolean     NOT NULL DEFAULT false,
    undo           text,
    failure        text,
    started_at     timestamptz NOT NULL DEFAULT now(),
    heartbeat_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account, id)
);
CREATE INDEX job_heartbeat_at ON job (heartbeat_at);
