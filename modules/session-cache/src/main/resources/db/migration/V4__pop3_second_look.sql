-- Sessions that broke in the middle of this message, which then comes after the others.
ALTER TABLE drop_entry ADD COLUMN stumbled integer NOT NULL DEFAULT 0;

-- After how many days the server deletes messages by itself, where it says so (RFC 2449, 6.7).
ALTER TABLE maildrop ADD COLUMN expire_days integer;
