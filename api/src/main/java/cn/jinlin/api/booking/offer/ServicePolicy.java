package cn.jinlin.api.booking.offer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import cn.jinlin.api.graphql.BadInput;

/// What may be said about a service. Every refusal names the field and what is allowed.
final class ServicePolicy {

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9-]{2,40}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,40}");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_FOREIGN_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 4000;
    private static final int LONGEST_ITEM = 200;
    private static final int MOST_MATERIALS = 30;
    private static final int MOST_QUESTIONS = 10;
    private static final int MOST_CHOICES = 20;

    private ServicePolicy() {}

    /// @return the same, its texts without spaces around
    /// @throws BadInput naming the first field at fault
    static BookableService require(BookableService wanted) {
        if (!NUMBER.matcher(wanted.number()).matches()) {
            throw new BadInput("input.number", "NOT_A_SERVICE_NUMBER");
        }
        return new BookableService(wanted.id(), wanted.number(), wanted.kind(),
                OfferText.require(wanted.name(), "input.name", LONGEST_NAME),
                OfferText.requireAny(wanted.nameEn(), "input.nameEn", LONGEST_FOREIGN_NAME),
                OfferText.requireAny(wanted.description(), "input.description", LONGEST_DESCRIPTION),
                OfferText.requireAny(wanted.descriptionEn(), "input.descriptionEn", LONGEST_DESCRIPTION),
                materials(wanted.materials()), questions(wanted.questions()),
                OfferText.requireBetween(wanted.partyLimit(), 1, 20, "input.partyLimit"),
                OfferText.requireBetween(wanted.personLimit(), 1, 20, "input.personLimit"),
                OfferText.requireBetween(wanted.householdLimit(), 1, 40, "input.householdLimit"),
                OfferText.requireBetween(wanted.changeMinutes(), 0, 10_080, "input.changeMinutes"), wanted.release(),
                wanted.inService());
    }

    private static List<Material> materials(List<Material> wanted) {
        requireFew(wanted.size(), MOST_MATERIALS, "input.materials");
        return IntStream.range(0, wanted.size()).mapToObj(i -> {
            String field = "input.materials." + i;
            Material material = wanted.get(i);
            return new Material(OfferText.require(material.zh(), field + ".name", LONGEST_ITEM),
                    OfferText.requireAny(material.en(), field + ".nameEn", LONGEST_ITEM), material.required());
        }).toList();
    }

    private static List<Question> questions(List<Question> wanted) {
        requireFew(wanted.size(), MOST_QUESTIONS, "input.questions");
        Set<String> codes = new HashSet<>();
        return IntStream.range(0, wanted.size()).mapToObj(i -> {
            String field = "input.questions." + i;
            Question question = wanted.get(i);
            requireCode(question.code(), codes, field + ".code");
            return new Question(question.code(), OfferText.require(question.zh(), field + ".text", LONGEST_ITEM),
                    OfferText.requireAny(question.en(), field + ".textEn", LONGEST_ITEM), question.kind(),
                    choices(question, field + ".choices"), question.required());
        }).toList();
    }

    private static List<Question.Choice> choices(Question question, String field) {
        boolean asks = question.kind() == Question.Kind.CHOICE;
        if (asks ? question.choices().size() < 2 : !question.choices().isEmpty()) {
            throw new BadInput(field, "CHOICES_DO_NOT_FIT");
        }
        requireFew(question.choices().size(), MOST_CHOICES, field);
        Set<String> codes = new HashSet<>();
        return question.choices().stream().map(choice -> {
            requireCode(choice.code(), codes, field + ".code");
            return new Question.Choice(choice.code(), OfferText.require(choice.zh(), field + ".text", LONGEST_ITEM),
                    OfferText.requireAny(choice.en(), field + ".textEn", LONGEST_ITEM));
        }).toList();
    }

    private static void requireCode(String code, Set<String> others, String field) {
        if (!CODE.matcher(code).matches()) {
            throw new BadInput(field, "NOT_A_CODE");
        }
        if (!others.add(code)) {
            throw new BadInput(field, "CODE_TWICE", code);
        }
    }

    private static void requireFew(int size, int most, String field) {
        if (size > most) {
            throw new BadInput(field, "TOO_MANY", most);
        }
    }
}
