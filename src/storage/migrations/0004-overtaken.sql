-- overtaken: something else was shown in the chat since this message may have been shown; it is not sent again.
alter table notice add column overtaken integer not null default 0;
