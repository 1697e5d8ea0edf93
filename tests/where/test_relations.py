"""Points and areas told by a relation: never the landmark's own point passed off as the site."""

import math

import pytest

from marsad.arabic import sentences
from marsad.records import Place
from marsad.where import find_places
from marsad.where.geometry import bearing, line_between, part_of

KM = 111.2
IRAQ, SYRIA, YEMEN, LEBANON, SUDAN = ("IQ", "US"), ("SY", "TR"), ("YE", "SA"), ("LB", "IL"), ("SD",)


def first(text: str, countries: tuple[str, ...]) -> Place:
    (sentence,) = sentences(text)
    return next(f.value for f in find_places(sentence, countries) if not f.value.kind.startswith("definite"))


def kilometres(one: Place, other: Place) -> float:
    assert None not in (one.lat, one.lon, other.lat, other.lon)
    east = (one.lon - other.lon) * math.cos(math.radians(one.lat))  # type: ignore[operator, arg-type]
    return math.hypot(one.lat - other.lat, east) * KM  # type: ignore[operator]


# text, countries, the landmark, (kilometres from it, north and east as signs), the least and most radius
SIDES = [
    ("قصف جنوبي الموصل", IRAQ, "الموصل", (15, -1, 0), (10, 30)),
    ("كمين شمال غربي تكريت", IRAQ, "تكريت", (15, 1, -1), (10, 30)),
    ("انفجار على بعد 60 كيلومترا من بغداد", IRAQ, "بغداد", (0, 0, 0), (60, 60)),
    ("سقطت 60 كيلومترا شمال غربي بغداد", IRAQ, "بغداد", (60, 1, -1), (5, 20)),
    ("على بعد ثلاثين كيلومترا إلى الغرب من الرمادي", IRAQ, "الرمادي", (30, 0, -1), (5, 15)),
    ("إلى الشمال الشرقي من تدمر", SYRIA, "تدمر", (15, 1, 1), (10, 30)),
    ("شرق الحسكة بنحو 25 كم", SYRIA, "الحسكة", (25, 0, 1), (5, 10)),
    ("على مسافة 10 أميال جنوب مأرب", YEMEN, "مأرب", (16, -1, 0), (3, 10)),
    ("على مسافة كيلومترين من صيدا", LEBANON, "صيدا", (0, 0, 0), (2, 2)),
    ("على بعد 500 متر من مطار دمشق", SYRIA, "مطار دمشق", (0, 0, 0), (0.5, 0.5)),
    ("معارك قرب الفاشر", SUDAN, "الفاشر", (0, 0, 0), (5, 20)),
    ("بالقرب من مدينة تعز", YEMEN, "مدينة تعز", (0, 0, 0), (5, 20)),
    ("في محيط مطار نيالا", SUDAN, "مطار نيالا", (0, 0, 0), (3, 10)),
    ("في ضواحي حلب", SYRIA, "حلب", (0, 0, 0), (8, 20)),
]


@pytest.mark.parametrize(("text", "countries", "landmark", "away", "radius"), SIDES)
def test_by_a_landmark(
    text: str,
    countries: tuple[str, ...],
    landmark: str,
    away: tuple[float, int, int],
    radius: tuple[float, float],
) -> None:
    place, own = first(text, countries), first(f"وصلوا إلى {landmark}", countries)
    km, north, east = away
    assert (place.name, place.precision) == (landmark, "near")
    assert kilometres(place, own) == pytest.approx(km, abs=1)
    assert place.radius_km is not None and radius[0] <= place.radius_km <= radius[1]
    assert place.lat is not None and own.lat is not None and place.lon is not None and own.lon is not None
    assert (place.lat - own.lat) * north >= 0 <= (place.lon - own.lon) * east


# text, countries, (latitude, longitude, how many degrees off it may be), the most radius
AREAS = [
    ("انتشروا على الحدود مع سوريا", IRAQ, (34.6, 41.0, 1.0), 300),
    ("تهريب عبر الحدود العراقية السورية", IRAQ, (34.6, 41.0, 1.0), 300),
    ("على الحدود السورية التركية", SYRIA, (36.8, 38.6, 1.0), 450),
    ("على الحدود اللبنانية الإسرائيلية", LEBANON, (33.1, 35.5, 0.5), 80),
    ("عند الحدود بين السودان وتشاد", SUDAN, (13.2, 22.4, 1.0), 500),
    ("قواعد في شمال سوريا", SYRIA, (36.3, 39.0, 1.0), 350),
    ("هجوم غرب البلاد", IRAQ, (33.2, 40.8, 1.0), 400),
    ("ضربات على الساحل السوري", SYRIA, (35.3, 35.9, 0.5), 120),
    ("في الشمال الشرقي السوري", SYRIA, (36.0, 40.5, 1.0), 350),
    ("في ريف حلب الشمالي", SYRIA, (36.4, 37.2, 0.4), 50),
    ("في جنوب لبنان", LEBANON, (33.3, 35.4, 0.4), 60),
    ("في أقصى شرق اليمن", YEMEN, (15.6, 52.0, 1.5), 600),
    ("اجتازوا الأراضي اللبنانية", LEBANON, (33.9, 35.9, 0.5), 150),
]


@pytest.mark.parametrize(("text", "countries", "where", "radius"), AREAS)
def test_areas_have_a_point_and_a_radius(
    text: str, countries: tuple[str, ...], where: tuple[float, float, float], radius: float
) -> None:
    lat, lon, off = where
    place = first(text, countries)
    assert (place.kind, place.precision) == ("area", "area")
    assert place.lat == pytest.approx(lat, abs=off)
    assert place.lon == pytest.approx(lon, abs=off)
    assert place.radius_km is not None and 3 <= place.radius_km <= radius


def test_between_two_towns() -> None:
    (sentence,) = sentences("كمين على الطريق بين تدمر والسخنة")
    one, other = (f.value for f in find_places(sentence, SYRIA))
    assert (one.precision, other.precision) == ("near", "town")
    assert one.radius_km == pytest.approx(kilometres(one, other), rel=0.02)


def test_talks_between_two_capitals_are_no_road() -> None:
    (sentence,) = sentences("تستمر المفاوضات بين بغداد وأربيل")
    assert [f.value.precision for f in find_places(sentence, IRAQ)] == ["town", "town"]


def test_a_border_of_which_the_other_side_is_unknown_has_no_point() -> None:
    place = first("قرب الحدود السورية", ("SY",))
    assert (place.precision, place.lat, place.radius_km) == ("area", None, None)


def test_a_country_keeps_its_precision() -> None:
    assert first("قرب العراق", IRAQ).precision == "country"


def test_bearings_add_up() -> None:
    assert str(bearing(["شمال", "غربي"])) == "north-west"
    assert str(bearing(["وسط"])) == "all"


def test_borders_are_the_same_from_both_sides() -> None:
    assert line_between("IQ", "SY") == line_between("SY", "IQ")
    assert line_between("IQ", "FR") is None


def test_the_north_lies_north_of_the_middle() -> None:
    north, middle = part_of("SY", bearing(["شمال"])), part_of("SY", bearing([]))
    assert north is not None and middle is not None
    assert north[0] > middle[0]
    assert north[2] < middle[2]
    assert part_of(None, bearing([])) is None


MORE = [
    ("جنوبي العاصمة بغداد", IRAQ, "near", True),
    ("على بعد نحو مئة كيلومتر شمال العاصمة العراقية بغداد", IRAQ, "near", True),
    ("في الجزء الشمالي من قطاع غزة", ("PS", "IL"), "area", True),
    ("النصف الشرقي من حلب", SYRIA, "near", True),
    ("قبالة سواحل اليمن", YEMEN, "area", True),
    ("المنطقة الحدودية بين باكستان وأفغانستان", ("PK", "AF"), "area", True),
    ("في محافظة الطائف", ("SA",), "province", True),
    ("غادروا العراق", IRAQ, "country", False),
    ("وصلوا إلى بغداد", IRAQ, "town", False),
]


@pytest.mark.parametrize(("text", "countries", "precision", "around"), MORE)
def test_only_what_is_no_point_has_a_radius(
    text: str, countries: tuple[str, ...], precision: str, around: bool
) -> None:
    place = first(text, countries)
    assert place.precision == precision
    assert place.lat is not None
    assert (place.radius_km is not None) == around
