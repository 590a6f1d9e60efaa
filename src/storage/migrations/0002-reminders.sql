-- What a person signed up for. owner and chat are keyed hashes. sealed is AES-256-GCM under DATA_KEY over the draft and
-- the platform's ids. settled lists the due dates that are paid or skipped, "2026-11-25:paid 2026-12-25:skip".
-- undelivered counts messages that were given up and not told of yet. All instants are UTC text of 24 characters.
create table reminder (
  id text primary key,
  owner text not null,
  chat text not null,
  platform text not null,
  sealed text not null,
  state text not null,
  settled text not null default '',
  undelivered integer not null default 0,
  before_removal text,
  ended_at text,
  created_at text not null
);

create index reminder_owner on reminder (owner);
create index reminder_ended on reminder (ended_at) where ended_at is not null;

-- One message that is planned: of each reminder the next one of its schedule (id of the reminder), and each snooze
-- (id and due date). planned_at is when it should go out. due_at is when it is looked at next: planned_at, the next try,
-- or the end of a lease. state is open, held (the person is gone) or closed. marked: handed to the platform under this
-- lease. unsure: how often nobody knows whether it was shown. message: the name under which it was handed over.
create table notice (
  id text primary key,
  reminder text not null references reminder (id) on delete cascade,
  platform text not null,
  chat text not null,
  kind text not null,
  cycle text not null,
  planned_at text not null,
  due_at text not null,
  state text not null,
  lease text,
  attempts integer not null default 0,
  unsure integer not null default 0,
  marked integer not null default 0,
  message text,
  sent_at text,
  delivered_at text,
  last_error text
);

create index notice_due on notice (platform, due_at, cycle) where state = 'open';
create index notice_leased on notice (due_at) where lease is not null;
create index notice_closed on notice (due_at) where state = 'closed';
create index notice_reminder on notice (reminder);
create index notice_chat on notice (chat);

-- Every attempt and what became of it; nothing personal.
create table ledger (
  reminder text not null,
  kind text not null,
  planned_at text not null,
  at text not null,
  attempt integer not null,
  outcome text not null,
  error text
);

create index ledger_reminder on ledger (reminder);
create index ledger_at on ledger (at);

-- Who may deliver from this database. Only for SQLite: on Postgres any number of processes may.
create table holder (
  name text primary key,
  holder text not null,
  until text not null
);
