package cn.jinlin.standalone;

import java.util.Locale;

import cn.jinlin.engines.EngineListener;
import cn.jinlin.engines.EngineName;
import cn.jinlin.engines.EngineStep;

/// Tells the operator each step of each engine.
record EngineReport(Screen screen) implements EngineListener {
    @Override
    public void reached(EngineName engine, EngineStep step) {
        screen.say("engine." + step.name().toLowerCase(Locale.ROOT), engine.title());
    }
}
