package cn.jinlin.api.circle.coverage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What coverage may cost.
///
/// @param megabytes of memory for the nearest facility of every node, of all categories and profiles together; at least
/// one category is kept whatever it takes
@ConfigurationProperties("jinlin.coverage")
record CoverageProperties(@DefaultValue("128") int megabytes) {}
