package cn.jinlin.api.region;

/// Sub-districts or neighbourhoods were added, renamed or redrawn.
public record RegionsChanged() {}
