package cn.jinlin.api.facility;

import java.time.Instant;
import java.util.List;

import cn.jinlin.api.region.PointInput;
import cn.jinlin.search.facility.FacilityQuery;
import org.jspecify.annotations.Nullable;

/// A search as a client gives it, not yet looked at.
record FacilitySearchInput(
        @Nullable String text,
        @Nullable PointInput near,
        @Nullable Integer radiusMetres,
        @Nullable List<String> categories,
        @Nullable List<String> subdistricts,
        @Nullable Instant openAt,
        @Nullable List<Charge> charge,
        @Nullable List<Audience> audiences,
        @Nullable List<AccessibilityFeature> accessible,
        @Nullable List<String> languages,
        FacilityQuery.Sort sort,
        @Nullable Integer withinMinutes,
        OnFoot.Walker profile) {}
