"""The register: what belonged to what on a day, what became of it, and the row that stands for a code."""

from datetime import date

import pytest

from marsad.arabic import Sentence, sentence_at
from marsad.data import read_table
from marsad.records import Actor, Span
from marsad.who import find_actors, resolve
from marsad.who.register import bearer_of, became, forces_of, id_of, led_by, lineage, names_of, party, row_of


def sentence(text: str) -> Sentence:
    return sentence_at(text, Span(0, len(text)))


LINEAGE = [
    ("sd.rsf", date(2018, 5, 1), ["gov.SDN.army", "gov.SDN"], []),
    ("sd.rsf", date(2023, 4, 16), [], ["gov.SDN.army"]),
    ("org.isaf", date(2012, 3, 1), ["org.nato"], []),
    ("iq.kss", date(2020, 1, 4), ["iq.pmf", "gov.IRQ"], []),
    ("is.sinai", date(2015, 7, 1), ["is.core"], []),
    ("ng.boko", date(2015, 12, 1), ["is.core"], []),
    ("ng.boko", date(2013, 12, 1), [], ["is.core"]),
    ("sy.sultan_murad", date(2019, 10, 9), ["sy.sna"], []),
    ("sy.sultan_murad", date(2016, 9, 1), [], ["sy.sig"]),
    ("gov.QAT.army", date(2016, 2, 1), ["gov.QAT", "org.arab_coalition_yem"], []),
    ("gov.QAT.army", date(2018, 2, 1), ["gov.QAT"], ["org.arab_coalition_yem"]),
    ("gov.FIN", date(2022, 6, 1), [], ["org.nato"]),
    ("gov.FIN", date(2024, 6, 1), ["org.nato"], []),
    ("ps.qassam", None, ["ps.hamas"], []),
    ("gov.MLI", None, ["org.aes"], ["org.ecowas", "org.g5_sahel"]),
    ("us.82abn", None, ["gov.USA.army", "gov.USA"], []),
]


@pytest.mark.parametrize(("id", "on", "there", "absent"), LINEAGE, ids=str)
def test_lineage(id: str, on: date | None, there: list[str], absent: list[str]) -> None:
    found = lineage(id, on)
    assert [above for above in found if above in there] == there
    assert set(absent) & set(found) == set()


BECAME = [
    ("iq.jtj", date(2005, 1, 1), "aq.aqi"),
    ("iq.jtj", date(2008, 1, 1), "iq.isi"),
    ("iq.jtj", date(2020, 1, 1), "is.core"),
    ("sy.nusra", date(2014, 1, 1), "sy.nusra"),
    ("sy.nusra", date(2018, 1, 1), "sy.hts"),
    ("sy.nusra", None, "gov.SYR.army"),
    ("eg.abm", date(2015, 1, 1), "is.sinai"),
    ("dz.gspc", date(2012, 1, 1), "aq.aqim"),
    ("org.amisom", date(2023, 1, 1), "org.atmis"),
    ("org.amisom", None, "org.aussom"),
    ("org.isaf", date(2016, 1, 1), "org.resolute_support"),
    ("fr.serval", date(2015, 1, 1), "org.barkhane"),
    ("ru.wagner", None, "ru.africa_corps"),
    ("ly.gna", date(2019, 4, 4), "ly.gna"),
    ("ly.gna", date(2022, 1, 1), "ly.gnu"),
    ("lb.hezbollah", None, "lb.hezbollah"),
]


@pytest.mark.parametrize(("id", "on", "heir"), BECAME, ids=str)
def test_became(id: str, on: date | None, heir: str) -> None:
    assert became(id, on) == heir


ROWS = [
    ("FRA", "forces", "gov.FRA.army"),
    ("FRA", "state", "gov.FRA"),
    ("FRA", "body", "gov.FRA"),
    ("FRA", "capital", "gov.FRA"),
    ("CHL", "forces", "gov.CHL.army"),
    ("ISL", "forces", "gov.ISL"),
    ("COALITION", "coalition", "org.coalition_isis"),
    ("COALITION", "forces", "org.coalition_isis"),
    ("UN", "body", "org.un"),
    ("UN", "forces", "org.un_peacekeepers"),
    ("NATO", "body", "org.nato"),
    ("IRQ.KURDISTAN", "forces", "iq.peshmerga"),
    ("IRQ.KURDISTAN", "body", "iq.krg"),
    ("YEM.GOV", "forces", "ye.army"),
    ("AL_QAEDA", "group", "aq.core"),
    ("SYR.OPPOSITION", "group", "sy.opposition"),
    ("حركة أمل", "group", "lb.amal"),
    ("PROTESTERS", "group", None),
    ("UNKNOWN_GUNMEN", "group", None),
    ("قبائل بني فلان", "group", None),
]


@pytest.mark.parametrize(("code", "kind", "id"), ROWS, ids=str)
def test_the_row_of_a_code(code: str, kind: str, id: str | None) -> None:
    assert row_of(code, kind) == id


def test_every_state_has_a_row_and_most_an_army() -> None:
    states = [row["iso3"] for row in read_table("demonyms.csv")]
    rows = {iso: row_of(iso, "state") for iso in states}
    assert {iso for iso, id in rows.items() if id is None} == {"ESH", "GRL", "PRI"}  # under another state
    assert sum(forces_of(iso) == f"gov.{iso}.army" for iso in states) >= 170


def test_a_party_has_its_parent_s_code() -> None:
    found = party("ps.qassam")
    assert found and (found.code, found.parent, found.kind, found.country) == (
        "HAMAS",
        "ps.hamas",
        "armed_group",
        "PSE",
    )
    assert found.names[0] == found.name
    assert party("per.nobody") is None


def test_who_leads() -> None:
    assert led_by("org.arab_coalition_yem", date(2016, 1, 1)) == ("gov.SAU",)
    assert led_by("ly.gna", date(2022, 1, 1)) == ()


def test_names_of_their_time() -> None:
    assert "الفرقة 25" not in names_of("sy.25div", date(2015, 1, 1))
    assert "قوات النمر" in names_of("sy.25div", date(2015, 1, 1))
    assert "وزارة الحرب الأميركية" not in names_of("gov.USA.mod", date(2020, 3, 27))
    assert "البنتاغون" in names_of("gov.USA.mod", date(2020, 3, 27))
    assert names_of("per.nobody") == ()


BORNE = [
    ("اشتبك الجيش مع أنصار الشريعة", "YE", "AL_QAEDA", "aq.ansar_sharia"),
    ("اشتبك الجيش مع أنصار الشريعة", "LY", "أنصار الشريعة", "ly.ansar"),
    ("هاجمت حركة الشباب القرية", "SO", "AL_SHABAAB", "aq.shabaab"),
    ("هاجمت حركة الشباب القرية", "MZ", "حركة الشباب", "mz.ansar"),
]


@pytest.mark.parametrize(("text", "country", "code", "id"), BORNE, ids=str)
def test_a_name_means_whom_the_country_calls_so(text: str, country: str, code: str, id: str) -> None:
    found = [resolve(one, (), (country,)) for one in find_actors(sentence(text)) if one.value.id]
    assert [(one.value.code, one.value.id) for one in found if one] == [(code, id)]


def test_elsewhere_a_name_means_whom_the_table_says() -> None:
    assert bearer_of("أنصار الشريعة", "EG") is None


IDS = [
    (Actor("USA", "القوات الأميركية", "forces", "us.centcom"), "us.centcom"),
    (Actor("USA", "القوات الأميركية", "forces"), "gov.USA.army"),
    (Actor("NLD", "الجنود الهولنديين", "forces"), "gov.NLD.army"),
    (Actor("NLD", "لاهاي", "capital"), "gov.NLD"),
    (Actor("NLD", "هولندي", "person"), None),
    (Actor("UNKNOWN_GUNMEN", "مسلحون", "generic"), None),
]


@pytest.mark.parametrize(("actor", "id"), IDS, ids=str)
def test_every_party_has_an_id(actor: Actor, id: str | None) -> None:
    assert id_of(actor) == id
