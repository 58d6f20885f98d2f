package cn.jinlin.api.booking.appointment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.booking.offer.Question;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.SealedColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Answers to a service's questions: checked against them, and sealed.
@Component
class BookingAnswers {

    private static final String FIELD = "input.answers";
    private static final int LONGEST = 200;
    private static final int MOST = 10;
    private static final List<String> YES_OR_NO = List.of("YES", "NO");

    private final SealedColumn column;
    private final JsonMapper json;

    BookingAnswers(PersonalCipher cipher, JsonMapper json) {
        this.column = new SealedColumn(cipher, "appointment.answers");
        this.json = json;
    }

    /// @return the answers in the order of the questions
    /// @throws BadInput UNKNOWN_QUESTION, ANSWERED_TWICE, ANSWER_MISSING, ANSWER_UNFIT
    static List<Answer> check(List<Question> questions, List<Answer> given) {
        Map<String, Question> asked = questions.stream().collect(Collectors.toMap(Question::code, Function.identity()));
        if (given.size() > MOST || !given.stream().allMatch(answer -> asked.containsKey(answer.question()))) {
            throw new BadInput(FIELD, "UNKNOWN_QUESTION");
        }
        if (given.stream().map(Answer::question).distinct().count() < given.size()) {
            throw new BadInput(FIELD, "ANSWERED_TWICE");
        }
        Map<String, String> said = given.stream()
                .filter(answer -> !answer.answer().isBlank())
                .collect(Collectors.toMap(Answer::question, answer -> answer.answer().strip()));
        questions.forEach(question -> check(question, said.get(question.code())));
        return questions.stream()
                .filter(question -> said.containsKey(question.code()))
                .map(question -> new Answer(question.code(), said.getOrDefault(question.code(), "")))
                .toList();
    }

    private static void check(Question question, @Nullable String answer) {
        if (answer == null) {
            if (question.required()) {
                throw new BadInput(FIELD, "ANSWER_MISSING");
            }
            return;
        }
        boolean fits = switch (question.kind()) {
            case YES_NO -> YES_OR_NO.contains(answer);
            case CHOICE -> question.choices().stream().anyMatch(choice -> choice.code().equals(answer));
            case TEXT -> answer.length() <= LONGEST && answer.chars().noneMatch(Character::isISOControl);
        };
        if (!fits) {
            throw new BadInput(FIELD, "ANSWER_UNFIT", LONGEST);
        }
    }

    byte @Nullable [] seal(UUID appointment, List<Answer> answers) {
        return answers.isEmpty() ? null : column.seal(appointment, json.writeValueAsString(answers));
    }

    List<Answer> open(UUID appointment, byte @Nullable [] sealed) {
        return column.open(appointment, sealed)
                .map(text -> json.readValue(text, new TypeReference<List<Answer>>() {
                }))
                .orElse(List.of());
    }
}
