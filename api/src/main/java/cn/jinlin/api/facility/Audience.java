package cn.jinlin.api.facility;

/// Whom a facility is meant for.
public enum Audience {
    EVERYONE, SENIORS, CHILDREN, DISABLED, PARENTS, JOBSEEKERS
}
