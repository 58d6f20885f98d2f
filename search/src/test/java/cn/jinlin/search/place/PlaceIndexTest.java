package cn.jinlin.search.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.place.Place.Kind;
import cn.jinlin.search.place.PlaceIndex.Hit;
import cn.jinlin.search.place.PlaceIndex.Match;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceIndexTest {

    private static final GeoPoint NORTH = new GeoPoint(31.2, 121.4);
    private static final GeoPoint SOUTH = new GeoPoint(31.1, 121.4);
    private static final PlaceIndex INDEX = PlaceIndex.of(List.of(
            place(Kind.ROAD, "梅园路", null, SOUTH, "梅园街道"), place(Kind.ROAD, "梅园路", null, NORTH, "长征镇"),
            place(Kind.NEIGHBOURHOOD, "梅园一村居委会", "Meiyuan First Village", SOUTH, "梅园街道"),
            place(Kind.ROAD, "小梅园路", null, NORTH, ""), place(Kind.ROAD, "长征路", "Changzheng Road", SOUTH, ""),
            place(Kind.ROAD, "绿地路", null, SOUTH, ""), place(Kind.ROAD, "衛生路", null, SOUTH, ""),
            place(Kind.COMPOUND, "88弄", null, SOUTH, "")));

    private static Place place(Kind kind, String name, @Nullable String nameEn, GeoPoint point, String detail) {
        return new Place(kind, name, nameEn, point, detail, null);
    }

    @ParameterizedTest
    @CsvSource({"梅园路, 梅园路, EXACT", "梅园一, 梅园一村居委会, PREFIX", "一村, 梅园一村居委会, INSIDE", "meiyuanlu, 梅园路, EXACT",
        "mei yuan lu, 梅园路, EXACT", "MYL, 梅园路, EXACT", "meiyuanyi, 梅园一村居委会, PREFIX", "yicun, 梅园一村居委会, INSIDE",
        "myyc, 梅园一村居委会, PREFIX", "first vill, 梅园一村居委会, INSIDE", "Meiyuan First Village, 梅园一村居委会, EXACT",
        "changzheng road, 长征路, EXACT", "lvdi, 绿地路, PREFIX", "卫生路, 衛生路, EXACT", "梅园lu, 梅园路, EXACT",
        "梅园路 88 号, 梅园路, EXACT", "梅园路88弄5号, 梅园路, EXACT", "88 changzheng road, 长征路, EXACT", "88弄, 88弄, EXACT",
        "小梅, 小梅园路, PREFIX"})
    void aPlaceIsFoundHoweverItIsTyped(String text, String name, Match match) {
        Hit first = INDEX.find(text, null, 5).getFirst();
        assertThat(first.place().name()).isEqualTo(name);
        assertThat(first.match()).isEqualTo(match);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "。", "园梅", "eiyuan", "xyz", "99", "\u0000", "\uFFFF"})
    void whatIsNoNameFindsNothing(String text) {
        assertThat(INDEX.find(text, null, 5)).isEmpty();
    }

    @Test
    void wholeNamesLeadThenBeginningsThenPartsAndTheNearestAmongThem() {
        assertThat(INDEX.find("梅园", NORTH, 5).stream().map(hit -> hit.place().name() + hit.place().detail()))
                .containsExactly("梅园路长征镇", "梅园路梅园街道", "梅园一村居委会梅园街道", "小梅园路");
        assertThat(INDEX.find("梅园路", SOUTH, 2).stream().map(hit -> hit.place().detail()))
                .containsExactly("梅园街道", "长征镇");
    }

    @Test
    void withoutAPointNeighbourhoodsLead() {
        assertThat(INDEX.find("梅园", null, 1).getFirst().place().kind()).isEqualTo(Kind.NEIGHBOURHOOD);
    }

    @Test
    void eachPlaceComesOnce() {
        // Its pinyin and its English name begin alike.
        assertThat(INDEX.find("meiyuan", null, 10).stream().map(Hit::place)).doesNotHaveDuplicates();
    }

    @Test
    void everyPartOfManyNamesIsFoundAsLookingAtEachWouldFindIt() {
        var random = new Random(7);
        var places = new ArrayList<Place>();
        for (int i = 0; i < 2_000; i++) {
            var name = new StringBuilder();
            for (int length = random.nextInt(2, 6); length > 0; length--) {
                name.append("东西南北中江河湖海路村".charAt(random.nextInt(11)));
            }
            places.add(place(Kind.ROAD, name.toString(), null,
                    new GeoPoint(31 + random.nextDouble(), 121 + random.nextDouble()), ""));
        }
        PlaceIndex index = PlaceIndex.of(places);
        for (int query = 0; query < 300; query++) {
            String name = places.get(random.nextInt(places.size())).name();
            int from = random.nextInt(name.length());
            String part = name.substring(from, random.nextInt(from, name.length()) + 1);
            assertThat(index.find(part, SOUTH, 5_000).stream().map(Hit::place)).as(part)
                    .containsExactlyInAnyOrderElementsOf(
                            places.stream().filter(each -> each.name().contains(part)).toList());
        }
    }
}
