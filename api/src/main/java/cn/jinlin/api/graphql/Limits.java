package cn.jinlin.api.graphql;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What one request may cost.
///
/// @param depth levels of nesting
/// @param complexity fields, each counted as often as the page sizes above it may repeat it
/// @param tokens lexical tokens of the document; aliases cost tokens too
/// @param aliases aliased fields of the document
/// @param mutations changes asked for by one document, by whatever aliases and fragments: nobody tries a thousand codes
///     in one request
/// @param characters length of the document
/// @param bodyBytes length of the request body
/// @param time after which the answer is given up
/// @param sharing answer equal queries of one moment together, where the schema says so
/// @param trustedDocumentsOnly answer nothing but the documents shipped with the portal
@ConfigurationProperties("jinlin.graphql")
public record Limits(
        @DefaultValue("15") int depth,
        @DefaultValue("6000") int complexity,
        @DefaultValue("4000") int tokens,
        @DefaultValue("30") int aliases,
        @DefaultValue("5") int mutations,
        @DefaultValue("100000") int characters,
        @DefaultValue("2097152") int bodyBytes,
        @DefaultValue("10s") Duration time,
        @DefaultValue("true") boolean sharing,
        @DefaultValue("false") boolean trustedDocumentsOnly) {}
