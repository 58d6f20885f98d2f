package cn.jinlin.api.authorization;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The people and things that one cell is about.
///
/// @param owner the resident whose things they are
/// @param proxy who may act for the owner in everything
/// @param other a resident with nothing to do with the owner
/// @param member of staff whom duties, delegations and accounts are of
/// @param leader of the unit
/// @param colleague of staff who is neither
/// @param unit whose work it is
/// @param otherUnit another
/// @param values of arguments, by operation and path: `endSession.input.id`
/// @param traces by which somebody is recognised in an answer, by person
record Scene(UUID owner, UUID proxy, UUID other, UUID member, UUID leader, UUID colleague, UUID unit, UUID otherUnit,
        Map<String, Object> values, Map<UUID, List<String>> traces) {}
