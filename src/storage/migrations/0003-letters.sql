-- What people say about the answers, for the operator: no column leads to a person. sealed is AES-256-GCM under DATA_KEY
-- over kind, words, language and topic. day is an ISO date; there is no hour.
create table letter (
  id text primary key,
  day text not null,
  sealed text not null
);

create index letter_day on letter (day);
