package cn.jinlin.api.booking.figures;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class FigureController {

    private final FigureService figures;

    FigureController(FigureService figures) {
        this.figures = figures;
    }

    record ForStaff(List<FigureNode> rows, String csv) {}

    @QueryMapping
    List<FigureNode> bookingFigures(@Argument @Nullable String service, @Argument @Nullable String facility,
            @Argument int months, @Argument FigureService.By by, Locale locale) {
        return figures.listPublic(new FigureService.Asked(service, facility, months, by), locale);
    }

    @QueryMapping
    ForStaff bookingFiguresOfUnit(@Argument String unit, @Argument @Nullable String service, @Argument int months,
            @Argument FigureService.By by, Locale locale) {
        List<FigureNode> rows = figures.listOfUnit(unit, new FigureService.Asked(service, null, months, by), locale);
        return new ForStaff(rows, FigureTable.write(rows, locale));
    }
}
