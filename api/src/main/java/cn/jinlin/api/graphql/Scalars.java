package cn.jinlin.api.graphql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;

/// Scalars written as strings. A text that is none of them is refused before any field runs.
public final class Scalars {

    /// Where every wall clock of the product hangs.
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static final GraphQLScalarType DATE_TIME = ofText("DateTime",
            "an RFC 3339 instant with offset, like 2026-05-09T09:30:00+08:00",
            Scalars::parseInstant,
            (Instant instant) -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(SHANGHAI)));

    static final GraphQLScalarType DATE = ofText("Date", "a date like 2026-05-09", Scalars::parseDate,
            LocalDate::toString);

    private Scalars() {}

    /// A scalar whose wire form is a string.
    ///
    /// @param expected said to the client when the text does not parse
    /// @param parse throws [DateTimeParseException] or [IllegalArgumentException] when the text does not fit
    @SuppressWarnings("unchecked")
    public static <T> GraphQLScalarType ofText(String name, String expected, Function<String, T> parse,
            Function<T, String> write) {
        return GraphQLScalarType.newScalar().name(name).coercing(new Coercing<T, String>() {

            @Override
            public String serialize(Object value, GraphQLContext context, Locale locale) {
                return write.apply((T) value);
            }

            @Override
            public T parseValue(Object input, GraphQLContext context, Locale locale) {
                if (input instanceof String text) {
                    try {
                        return parse.apply(text);
                    } catch (DateTimeParseException | IllegalArgumentException unfit) {
                        throw new CoercingParseValueException("Expected " + expected, unfit);
                    }
                }
                throw new CoercingParseValueException("Expected " + expected);
            }

            @Override
            public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
                if (input instanceof StringValue text && text.getValue() != null) {
                    try {
                        return parse.apply(text.getValue());
                    } catch (DateTimeParseException | IllegalArgumentException unfit) {
                        throw new CoercingParseLiteralException("Expected " + expected, unfit);
                    }
                }
                throw new CoercingParseLiteralException("Expected " + expected);
            }
        }).build();
    }

    private static Instant parseInstant(String text) {
        return within(OffsetDateTime.parse(text).toInstant().atZone(SHANGHAI).toLocalDate(),
                OffsetDateTime.parse(text).toInstant());
    }

    private static LocalDate parseDate(String text) {
        LocalDate date = LocalDate.parse(text);
        return within(date, date);
    }

    /// No calendar of this product knows a year outside these.
    private static <T> T within(LocalDate date, T value) {
        if (date.getYear() < 1900 || date.getYear() > 2200) {
            throw new IllegalArgumentException("year out of range");
        }
        return value;
    }
}
