package cn.jinlin.api.facility;

import java.util.List;

import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// What came of a mutation: the facility as it now stands, or why it was refused.
public record FacilityPayload(@Nullable FacilityNode facility, List<UserError> userErrors) {}
