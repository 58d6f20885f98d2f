-- Answers that retention has yet to take away.
create index appointment_answered on appointment (ends_at) where answers is not null;
