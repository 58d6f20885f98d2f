package cn.jinlin.standalone;

import java.util.function.LongConsumer;

import cn.jinlin.api.facility.intake.Progress;

/// Shows how far an import has come.
final class ImportProgress implements Progress {
    private final Screen screen;
    private final LongConsumer reading;
    private Step last = Step.READING;

    ImportProgress(Screen screen) {
        this.screen = screen;
        reading = screen.progress("import.progress");
    }

    @Override
    public void at(Step step, long rows) {
        if (step == Step.READING) {
            reading.accept(rows);
        } else if (step != last) {
            screen.say(step == Step.CHECKING ? "import.checking" : "import.writing", rows);
        }
        last = step;
    }
}
