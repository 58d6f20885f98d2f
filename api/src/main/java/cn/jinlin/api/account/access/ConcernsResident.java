package cn.jinlin.api.account.access;

import java.util.UUID;

import cn.jinlin.api.security.Duty;

/// Says whether somebody's work has to do with a resident: an appointment at their desk, a letter they answer. Each domain
/// in which staff work for residents has a bean of it; where none says yes, staff do not see the person.
public interface ConcernsResident {

    boolean concerns(Duty duty, UUID resident);
}
