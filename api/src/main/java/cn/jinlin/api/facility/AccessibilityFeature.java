package cn.jinlin.api.facility;

/// What makes a facility usable by people with a disability.
public enum AccessibilityFeature {
    STEP_FREE_ENTRANCE, ACCESSIBLE_TOILET, LIFT, INDUCTION_LOOP
}
