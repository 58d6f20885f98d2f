package cn.jinlin.api.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What smells of a person is marked `@personal`, so that it has a row in the authorization matrix.
class PersonalFieldsTest {

    /// Files of the schema that tell of places alone.
    private static final Set<String> OF_PLACES = Set.of("common", "region", "facility", "facility-administration",
            "circle", "coverage", "booking");
    private static final Pattern SMELL = Pattern.compile(
            "(?i).*(name|phone|mail|address|birth|relation|person|actor|device|reason|secret|password|receipt|ticket|link"
                    + "|token|recovery|openid|seenat|readat|from|network|called).*");
    /// That only sound like it: names of things, and what the operator has set up.
    private static final Set<String> INNOCENT = Set.of("BookableService.name", "Material.name",
            "SlotsAnswer.unpublishedFrom", "Schedule.unpublishedFrom", "ScheduleLine.validFrom",
            "SchedulePreview.unpublishedFrom", "AccessRecord.unitName", "NotificationKindPreference.name",
            "StaffSignInOptions.providerName", "Unit.name", "Unit.nameEn", "Unit.nameZh",
            "BeginStaffOidcPayload.browserSecret", "DisplayedCall.calledAt", "DeskNotice.counterName");
    /// Types with a number or a time that is no person's: an entry's place in the chain, a cursor.
    private static final Set<String> EXCEPT = Set.of("AuditEntry", "ErasureLine", "NotificationConnection",
            "NotificationReceived");
    private static final Set<String> PLAIN = Set.of("String", "ID", "Date", "DateTime");

    private final SchemaFiles files = new SchemaFiles();

    @Test
    void whateverSmellsOfAPersonIsMarked() {
        List<String> unmarked = new ArrayList<>();
        for (String file : files.names()) {
            if (OF_PLACES.contains(file)) {
                continue;
            }
            for (ObjectTypeDefinition type : files.types(file)) {
                type.getFieldDefinitions()
                        .stream()
                        .filter(field -> SMELL.matcher(field.getName()).matches() && isPlain(field)
                                && !isMarked(field))
                        .map(field -> type.getName() + '.' + field.getName())
                        .filter(field -> !INNOCENT.contains(field))
                        .forEach(unmarked::add);
            }
        }
        assertThat(unmarked).as("mark with @personal").isEmpty();
    }

    /// What is marked once in a type marks the type as one about a person: then its text, dates and ids are too.
    @Test
    void ofATypeAboutAPersonNoDateOrIdIsLeftOut() {
        List<String> unmarked = new ArrayList<>();
        for (String file : files.names()) {
            for (ObjectTypeDefinition type : files.types(file)) {
                boolean isAboutAPerson = type.getFieldDefinitions().stream().anyMatch(PersonalFieldsTest::isMarked);
                if (isAboutAPerson && !type.getName().endsWith("Payload") && !EXCEPT.contains(type.getName())) {
                    type.getFieldDefinitions()
                            .stream()
                            .filter(field -> !isMarked(field) && isPlain(field))
                            .map(field -> type.getName() + '.' + field.getName())
                            .forEach(unmarked::add);
                }
            }
        }
        assertThat(unmarked).as("mark with @personal").isEmpty();
    }

    private static boolean isPlain(FieldDefinition field) {
        return PLAIN.contains(TypeInfo.typeInfo(field.getType()).getName());
    }

    private static boolean isMarked(FieldDefinition field) {
        return field.hasDirective(Question.PERSONAL);
    }
}
