package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.FacilityHits.Hit;
import cn.jinlin.search.facility.FacilityHits.Piece;
import cn.jinlin.search.facility.FacilityQuery.Part;
import cn.jinlin.search.facility.FacilityQuery.Sort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FacilitySearchTest {

    private static final GeoPoint HERE = new GeoPoint(31.11, 121.38);
    private static final List<FacilityDocument> CORPUS = JudgedCorpus.list();
    private static final TestIndex INDEX = new TestIndex("search-test");

    @BeforeAll
    static void indexTheCorpus() {
        try (FacilityIndex.Rebuild rebuild = INDEX.index().startRebuild()) {
            rebuild.add(CORPUS);
            rebuild.swap();
        }
    }

    @AfterAll
    static void disconnect() {
        INDEX.close();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void pagesJoinIntoOneListWithoutGapsOrRepeats(Sort sort) {
        List<Long> whole = INDEX.find(query("药店", sort, 100, List.of()));
        List<Long> joined = new ArrayList<>();
        List<Object> after = List.of();
        FacilityHits page;
        do {
            page = INDEX.search().search(query("药店", sort, 7, after));
            page.hits().forEach(hit -> joined.add(hit.id()));
            after = page.hits().getLast().sortValues();
        } while (page.hasNext() && joined.size() < 100);

        assertThat(whole).hasSizeGreaterThan(20);
        assertThat(joined.subList(0, whole.size())).isEqualTo(whole).doesNotHaveDuplicates();
    }

    @Test
    void theLastPageSaysThatNothingFollows() {
        FacilityHits hits = INDEX.search().search(query("上海图书馆东馆", Sort.RELEVANCE, 100, List.of()));

        assertThat(hits.hasNext()).isFalse();
        assertThat(hits.hits()).hasSize((int) hits.total());
    }

    @Test
    void nearestIsByDistance() {
        List<Hit> hits = INDEX.search().search(query("药店", Sort.NEAREST, 50, List.of())).hits();

        assertThat(hits).extracting(Hit::distanceMetres)
                .doesNotContainNull()
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void byNameFollowsThePinyin() {
        List<Hit> hits = INDEX.search().search(query(null, Sort.NAME, 100, List.of())).hits();

        assertThat(hits).extracting(hit -> (String) hit.sortValues().getFirst()).isSorted();
    }

    @Test
    void amongEqualsTheNearerComesFirst() {
        List<Hit> hits = INDEX.search().search(query("yaodian", Sort.RELEVANCE, 3, List.of())).hits();
        int nearest = CORPUS.stream()
                .filter(document -> document.category().equals("PHA"))
                .mapToInt(document -> GreatCircle.metres(HERE, location(document)))
                .min()
                .orElseThrow();

        assertThat(hits.getFirst().distanceMetres()).isLessThanOrEqualTo(Math.max(nearest * 2, 600));
    }

    @Test
    void aRadiusLimitsTheSearch() {
        FacilityQuery query = new FacilityQuery(null, HERE, 800, List.of(), List.of(), null, List.of(), List.of(),
                List.of(), List.of(), Sort.NEAREST, Queries.MONDAY_TEN, 100, List.of(), Set.of(Part.TOTAL));
        long within = CORPUS.stream().filter(document -> GreatCircle.metres(HERE, location(document)) <= 800).count();

        assertThat(INDEX.search().search(query).total()).isEqualTo(within).isPositive();
    }

    @Test
    void filtersNarrowByAnyAndAccessibilityByAll() {
        FacilityQuery query = new FacilityQuery(null, null, null, List.of("GOV-A", "HLT-C"), List.of(), null,
                List.of("FREE", "PAID"), List.of("SENIORS"), List.of("STEP_FREE_ENTRANCE", "LIFT"), List.of("zh"),
                Sort.NAME, Queries.MONDAY_TEN, 100, List.of(), Set.of(Part.TOTAL));
        long expected = CORPUS.stream()
                .filter(document -> Set.of("GOV-A", "HLT-C").contains(document.category()))
                .filter(document -> document.charge() != null && Set.of("FREE", "PAID").contains(document.charge()))
                .filter(document -> document.audiences().contains("SENIORS")
                        || document.audiences().contains("EVERYONE"))
                .filter(document -> document.accessibility().containsAll(List.of("STEP_FREE_ENTRANCE", "LIFT")))
                .filter(document -> document.languages().contains("zh"))
                .count();

        assertThat(INDEX.search().search(query).total()).isEqualTo(expected).isPositive();
    }

    @Test
    void facetsCountTheWholeSearchAndOnlyWhenWanted() {
        FacilityHits hits = INDEX.search().search(query("药店", Sort.RELEVANCE, 1, List.of()));

        assertThat(hits.facets().categories().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(hits.total());
        assertThat(hits.facets().subdistricts()).isNotEmpty();
        assertThat(INDEX.search().search(Queries.words("药店", 1)).facets()).isEqualTo(HitReader.NO_FACETS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"莘庄药店", "yinhang", "shequ weisheng", "江川路", "library", "衛生", "居住证", "zgyh", "药 店"})
    void highlightsJoinIntoTheTextTheyWereCutFrom(String words) {
        List<Hit> hits = INDEX.search().search(query(words, Sort.RELEVANCE, 20, List.of())).hits();

        assertThat(hits).isNotEmpty().allSatisfy(hit -> {
            FacilityDocument document = CORPUS.stream()
                    .filter(known -> known.id() == hit.id())
                    .findFirst()
                    .orElseThrow();
            assertThat(hit.highlights()).allSatisfy(highlight -> {
                String joined = highlight.pieces().stream().map(Piece::text).collect(Collectors.joining());
                assertThat(texts(document)).contains(joined);
                assertThat(highlight.pieces()).anyMatch(Piece::matched);
            });
        });
        assertThat(hits).anySatisfy(hit -> assertThat(hit.highlights()).isNotEmpty());
    }

    @Test
    void aQueryOfFiveCharactersIsNotAnsweredWithEverythingThatSharesTwo() {
        assertThat(INDEX.search().search(query("凌云菜市场", Sort.RELEVANCE, 1, List.of())).total()).isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "\u0000\u0001\u0007", "name:* OR *:*", "(((", "a\" AND \"b", "\\", "*", "??", "银行\\",
        "{\"match_all\":{}}", "/.*/", "-银行 +药店", "药~2^99", "' OR 1=1 --", "<script>alert(1)</script>", "银", "a", "1",
        "atm机", "ＡＴＭ機", "\uD83D", "ไทย", "ガス", "한국어", "     ", ""})
    void whateverIsTypedIsOnlyEverWords(String text) {
        FacilityHits hits = INDEX.search().search(query(text, Sort.RELEVANCE, 10, List.of()));

        assertThat(hits.hits()).hasSizeLessThanOrEqualTo(10);
        assertThat(INDEX.search().suggest(text, HERE, 8)).hasSizeLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"社区卫生服务中心", "a b c d e f g ", "yinhang", "银1行2药3店4", "x", "shequweisheng "})
    void textOfTwoHundredCharactersIsAnswered(String piece) {
        String text = piece.repeat(200).substring(0, 200);

        assertThat(INDEX.search().search(query(text, Sort.RELEVANCE, 10, List.of()))).isNotNull();
        assertThat(INDEX.search().suggest(text, HERE, 8)).isNotNull();
    }

    @Test
    void textOfWhichNothingIsLeftFindsNothing() {
        assertThat(INDEX.search().search(query("😀!", Sort.RELEVANCE, 10, List.of())).total()).isZero();
    }

    @Test
    void whatExistsElsewhereIsNotReplacedByGuessesHere() {
        GeoPoint sea = new GeoPoint(30.0, 123.0);
        FacilityQuery query = new FacilityQuery("社区文化活动中心", sea, 40_000, List.of(), List.of(), null, List.of(),
                List.of(),
                List.of(), List.of(), Sort.RELEVANCE, Queries.MONDAY_TEN, 10, List.of(), Set.of());

        assertThat(INDEX.find(query)).isEmpty();
    }

    @Test
    void whatHasNeitherPlaceNorHoursIsListedToo() {
        try (TestIndex bare = new TestIndex("bare-test")) {
            bare.emptied().put(Documents.named(1, 1, "药店"));

            assertThat(bare.find(Queries.of(null, HERE, null, Sort.RELEVANCE, 10, List.of(), Set.of())))
                    .containsExactly(1L);
            assertThat(bare.find(Queries.of(null, HERE, null, Sort.NEAREST, 10, List.of(), Set.of())))
                    .containsExactly(1L);
        }
    }

    @Test
    void aMixedWordIsFound() {
        assertThat(INDEX.search().search(query("atm机", Sort.RELEVANCE, 10, List.of())).hits()).isNotEmpty()
                .allSatisfy(hit -> assertThat(category(hit.id())).isEqualTo("FIN-B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"闵行体", "minhangt", "mhty", "minhang tiyu", "闵行tiyu", "Minhang Gym", "閔行體"})
    void aFacilityIsSuggestedWhileItIsTyped(String typed) {
        assertThat(INDEX.search().suggest(typed, null, 8)).extracting(SuggestHit::name).contains("闵行体育馆");
    }

    @Test
    void aSuggestionThatBeginsWithWhatWasTypedComesFirst() {
        assertThat(INDEX.search().suggest("莘庄", null, 5)).extracting(SuggestHit::name)
                .allMatch(name -> name.startsWith("莘庄"));
    }

    private static FacilityQuery query(@Nullable String text, Sort sort, int size, List<Object> after) {
        return Queries.of(text, HERE, null, sort, size, after, Set.of(Part.values()));
    }

    private static List<String> texts(FacilityDocument document) {
        List<String> texts = new ArrayList<>(document.services());
        texts.add(document.name());
        texts.add(document.address());
        if (document.nameEn() != null) {
            texts.add(document.nameEn());
        }
        return texts;
    }

    private static String category(long id) {
        return CORPUS.stream().filter(document -> document.id() == id).findFirst().orElseThrow().category();
    }

    private static GeoPoint location(FacilityDocument document) {
        return Objects.requireNonNull(document.location());
    }
}
