-- One value a person or an update: preferences, the topic in hand, updates already answered.
-- name is a keyed hash; sealed is AES-256-GCM under DATA_KEY; expires_at is Unix milliseconds.
create table entry (
  space text not null,
  name text not null,
  sealed text not null,
  expires_at bigint,
  primary key (space, name)
);

create index entry_expires_at on entry (expires_at) where expires_at is not null;
