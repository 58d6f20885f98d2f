package cn.jinlin.api.graphql;

import java.util.List;

/// An expected refusal of a mutation, given as data.
///
/// @param field path of the input at fault, from `input` on
public record UserError(String code, String message, List<String> field) {}
