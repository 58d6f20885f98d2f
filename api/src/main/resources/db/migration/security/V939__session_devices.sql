-- Whether somebody signed in on such a device before is asked at each sign-in, ended sessions included.
create index session_past_of_subject on session (subject);
