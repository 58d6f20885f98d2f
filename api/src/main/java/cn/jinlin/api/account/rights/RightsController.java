package cn.jinlin.api.account.rights;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class RightsController {

    private final ExportService exports;
    private final ErasureService erasures;
    private final Messages messages;

    RightsController(ExportService exports, ErasureService erasures, Messages messages) {
        this.exports = exports;
        this.erasures = erasures;
        this.messages = messages;
    }

    /// A line of the report in the caller's language.
    record ReportLine(String title, int removed, int deidentified, @Nullable String kept) {}

    @QueryMapping
    List<DataExport> myDataExports() {
        return exports.listOwn();
    }

    @QueryMapping
    @Nullable
    Erasure myErasure() {
        return erasures.findOwn().orElse(null);
    }

    @QueryMapping
    @Nullable
    Erasure erasureReport(@Argument String receipt) {
        return erasures.findByReceipt(receipt).orElse(null);
    }

    @MutationMapping
    RightsInputs.Withdrawn withdrawConsent(@Argument RightsInputs.Withdraw input, Locale locale) {
        try {
            var withdrawn = erasures.withdraw(input.purpose(), input.child());
            return new RightsInputs.Withdrawn(withdrawn.consent(), withdrawn.erasureReceipt(), List.of());
        } catch (BadInput refused) {
            return new RightsInputs.Withdrawn(null, null, List.of(messages.userError(refused, locale)));
        }
    }

    @MutationMapping
    RightsInputs.Exported requestDataExport(@Argument RightsInputs.Export input, Locale locale) {
        return messages.tell(() -> exports.request(input.language(), locale), RightsInputs.Exported::new, locale);
    }

    @MutationMapping
    RightsInputs.Taken takeDataExport(@Argument RightsInputs.Take input, Locale locale) {
        return messages.tell(() -> exports.take(input.id()), RightsInputs.Taken::new, locale);
    }

    @MutationMapping
    RightsInputs.Erased requestErasure(@Argument RightsInputs.Erase input, Locale locale) {
        return erased(() -> erasures.request(input.immediately()), locale);
    }

    @MutationMapping
    RightsInputs.Erased cancelErasure(@Argument RightsInputs.Cancel input, Locale locale) {
        return erased(() -> erasures.cancel(input.id()), locale);
    }

    @SchemaMapping(typeName = "DataExport", field = "id")
    String exportId(DataExport export) {
        return GlobalId.of("DataExport", export.id());
    }

    @SchemaMapping(typeName = "Erasure", field = "id")
    String erasureId(Erasure erasure) {
        return GlobalId.of("Erasure", erasure.id());
    }

    @SchemaMapping(typeName = "Erasure")
    List<ReportLine> report(Erasure erasure, Locale locale) {
        return erasures.report(erasure)
                .stream()
                .map(line -> new ReportLine(messages.get("personal-data." + line.domain(), locale), line.removed(),
                        line.deidentified(),
                        line.keptBy() == null ? null : messages.get("kept-by." + line.keptBy(), locale)))
                .toList();
    }

    private RightsInputs.Erased erased(Supplier<Erasure.Requested> act, Locale locale) {
        try {
            Erasure.Requested requested = act.get();
            return new RightsInputs.Erased(requested.erasure(), requested.receipt(), List.of());
        } catch (BadInput refused) {
            return new RightsInputs.Erased(null, null, List.of(messages.userError(refused, locale)));
        }
    }
}
