package cn.jinlin.api.account.person;

import cn.jinlin.api.account.resident.Resident;

/// A resident in full, for that resident's eyes.
record Me(Resident resident, Profile profile) {}
