package cn.jinlin.search.walk.osm;

import java.util.HashMap;

import cn.jinlin.search.walk.EdgeTraits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FootRulesTest {

    private static final int BOTH = EdgeTraits.FORWARD | EdgeTraits.BACKWARD;

    @ParameterizedTest
    @ValueSource(strings = {"footway", "path", "pedestrian", "steps", "living_street", "residential", "service",
        "track",
        "unclassified", "tertiary", "secondary", "primary", "trunk", "trunk_link", "primary_link",
        "secondary_link", "tertiary_link", "cycleway", "bridleway", "platform", "corridor", "elevator", "road",
        "crossing"})
    void walksOnEveryRoadMadeForWalkersOrSharedWithThem(String highway) {
        assertThat(FootRules.refusal(tags("highway=" + highway), false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "highway=primary foot=yes access=no",
        "highway=motorway foot=designated",
        "highway=trunk motorroad=yes foot=yes",
        "highway=busway sidewalk=both",
        "highway=trunk motorroad=yes sidewalk=right",
        "highway=primary foot=use_sidepath",
        "highway=primary sidewalk=separate sidewalk:both=separate",
        "highway=service service=driveway",
        "highway=service service=parking_aisle",
        "highway=service access=customers",
        "highway=service access=destination",
        "highway=footway access=private;permissive",
        "highway=footway tunnel=yes", "highway=footway access=no access:conditional=yes@(06:00-22:00)",
        "highway=footway access=private foot:conditional=permissive@(Mo-Fr)",
        "highway=path foot=no foot:conditional=yes@(summer)",
        "highway=tertiary bridge=yes",
        "railway=platform",
        "man_made=pier"})
    void letsWalkersOn(String way) {
        assertThat(FootRules.refusal(tags(way), false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "highway=motorway, NOT_FOR_WALKERS",
        "highway=motorway access=yes, NOT_FOR_WALKERS",
        "highway=motorway_link, NOT_FOR_WALKERS",
        "highway=raceway, NOT_FOR_WALKERS",
        "highway=busway, NOT_FOR_WALKERS",
        "highway=via_ferrata foot=yes, NOT_FOR_WALKERS",
        "highway=construction foot=yes, UNFINISHED",
        "highway=proposed, UNFINISHED",
        "highway=abandoned, UNFINISHED",
        "highway=residential foot=no, FORBIDDEN",
        "highway=residential access=no, FORBIDDEN",
        "highway=footway foot=no access=yes, FORBIDDEN",
        "highway=service access=military, FORBIDDEN",
        "highway=cycleway foot=no, FORBIDDEN",
        "railway=platform access=no, FORBIDDEN",
        "highway=service access=private, PRIVATE",
        "highway=footway foot=private, PRIVATE",
        "highway=footway access=no access:conditional=no@(22:00-06:00), FORBIDDEN",
        "highway=footway foot=no access:conditional=yes@(06:00-22:00), FORBIDDEN",
        "highway=service foot=use_sidepath access=private, PRIVATE",
        "highway=trunk motorroad=yes, MOTORROAD",
        "highway=primary motorroad=yes access=yes, MOTORROAD",
        "route=ferry, FERRY"})
    void leavesOut(String way, WayRefusal reason) {
        assertThat(FootRules.refusal(tags(way), false)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"highway=service access=private", "highway=footway foot=private",
        "highway=path access=permit"})
    void marksPrivateWaysWhereTheyAreAskedFor(String way) {
        assertThat(FootRules.refusal(tags(way), true)).isNull();
        assertThat(FootRules.traits(tags(way)) & EdgeTraits.PRIVATE).isNotZero();
    }

    @ParameterizedTest
    @CsvSource({
        "highway=residential oneway=yes, 3",
        "highway=footway oneway=yes, 3",
        "highway=footway oneway:foot=yes, 1",
        "highway=footway oneway:foot=-1, 2",
        "highway=footway foot:backward=no, 1",
        "highway=footway foot:forward=no, 2",
        "highway=steps oneway=yes, 1",
        "highway=steps oneway=-1, 2",
        "highway=steps oneway=yes oneway:foot=no, 3",
        "highway=steps conveying=forward, 1",
        "highway=steps conveying=backward, 2",
        "highway=steps conveying=reversible, 3",
        "highway=cycleway oneway=yes foot=yes, 3"})
    void bindsWalkersToADirectionOnlyWhereItIsMeantForThem(String way, int directions) {
        assertThat(FootRules.traits(tags(way)) & BOTH).isEqualTo(directions);
    }

    @ParameterizedTest
    @CsvSource({
        "highway=steps, STEPS",
        "highway=steps ramp=yes, STEPS",
        "highway=steps ramp:wheelchair=yes, ''",
        "highway=steps ramp:wheelchair=yes wheelchair=no, STEPS",
        "highway=elevator, ELEVATOR",
        "highway=footway surface=gravel, ROUGH",
        "highway=footway surface=gravel wheelchair=yes, ''",
        "highway=residential smoothness=very_bad, ROUGH",
        "highway=footway surface=asphalt smoothness=good, ''",
        "highway=footway wheelchair=no, KERB"})
    void tellsWhatWheelsMeet(String way, String expected) {
        int trait = switch (expected) {
            case "STEPS" -> EdgeTraits.STEPS;
            case "ELEVATOR" -> EdgeTraits.ELEVATOR;
            case "ROUGH" -> EdgeTraits.ROUGH;
            case "KERB" -> EdgeTraits.KERB;
            default -> 0;
        };
        int wheels = EdgeTraits.STEPS | EdgeTraits.ELEVATOR | EdgeTraits.ROUGH | EdgeTraits.KERB;
        assertThat(FootRules.traits(tags(way)) & wheels).isEqualTo(trait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"building=yes", "natural=water", "waterway=river", "railway=rail", "man_made=tower",
        "abandoned:highway=residential"})
    void passesOverWaysThatAreNoMatterOfWalking(String way) {
        assertThat(FootRules.concerns(tags(way))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "barrier=gate, false",
        "barrier=bollard, false",
        "barrier=lift_gate access=no foot=yes, false",
        "barrier=kissing_gate, false",
        "barrier=gate locked=no, false",
        "barrier=gate locked=yes foot=designated, false",
        "highway=crossing access=no, false",
        "barrier=gate locked=yes, true",
        "barrier=gate access=no, true",
        "barrier=gate access=private, true",
        "barrier=lift_gate foot=no, true",
        "barrier=wall, true",
        "barrier=fence, true",
        "barrier=wall foot=yes, false"})
    void knowsWhichBarriersCannotBePassed(String node, boolean blocked) {
        assertThat((NodeRules.flags(tags(node), false) & NodeRules.BLOCKED) != 0).isEqualTo(blocked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"barrier=gate access=private"})
    void opensResidentsGatesWhereTheyAreAskedFor(String node) {
        assertThat(NodeRules.flags(tags(node), true) & NodeRules.BLOCKED).isZero();
    }

    private static Tags tags(String words) {
        var tags = new HashMap<String, String>();
        for (String word : words.split(" ")) {
            int at = word.indexOf('=');
            tags.put(word.substring(0, at), word.substring(at + 1));
        }
        return new Tags(tags);
    }
}
