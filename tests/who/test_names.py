"""Whether two written names are one name: the pairs were written before the key was tried on them."""

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.who import join, same_name

SAME = [
    ("ديفيد بترايوس", "ديفيد بيترايوس"),
    ("ستانلي ماكريستال", "ستانلي مكريستال"),
    ("هيغسيث", "هيجسيث"),
    ("بيت هيغسيث", "بيت هيغسث"),
    ("مارتن ديمبسي", "مارتن دمبسي"),
    ("أنتوني بلينكن", "أنطوني بلينكين"),
    ("بلينكن", "بلنكن"),
    ("هوغو تشافيز", "هوغو شافيز"),
    ("ميلوسيفيتش", "ميلوسيفتش"),
    ("كارادجيتش", "كاراجيتش"),
    ("ساركوزي", "سركوزي"),
    ("دي ميستورا", "ديميستورا"),
    ("ستافان دي ميستورا", "ستافان ديمستورا"),
    ("غير بيدرسن", "جير بيدرسون"),
    ("كوفي عنان", "كوفى عنان"),
    ("زلماي خليل زاد", "زالماي خليل زاد"),
    ("جون بولتون", "جون بولتن"),
    ("روبرت غيتس", "روبرت جيتس"),
    ("تشاك هاغل", "تشاك هاجل"),
    ("ليون بانيتا", "ليون بانتا"),
    ("جيمس ماتيس", "جيمس ماتيز"),
    ("جون كيري", "جون كيرى"),
    ("كوندوليزا رايس", "كوندليزا رايس"),
    ("فاليري غيراسيموف", "فاليري جيراسيموف"),
    ("دميتري بيسكوف", "ديمتري بسكوف"),
    ("ماريا زاخاروفا", "ماريا زخاروفا"),
    ("ألكسندر فومين", "أليكسندر فومين"),
    ("يوآف غالانت", "يوآف جالانت"),
    ("بيني غانتس", "بيني غانتز"),
    ("أفيف كوخافي", "أفيف كوخافى"),
    ("غادي أيزنكوت", "جادي ايزنكوت"),
    ("مسعود بزشكيان", "مسعود بيزشكيان"),
    ("عبد ربه منصور هادي", "عبدربه منصور هادي"),
    ("عبد العزيز الحلو", "عبدالعزيز الحلو"),
    ("أبو عبيدة", "أبي عبيدة"),
    ("فضل الله برمة", "فضل اللّه برمة"),
    ("صلاح الدين دميرتاش", "صلاح الدين ديمرطاش"),
    ("خلوصي أكار", "خلوصي آكار"),
    ("يشار غولر", "يشار جولر"),
    ("إيمانويل ماكرون", "ايمانويل مكرون"),
    ("سيباستيان لوكورنو", "سباستيان لوكورنو"),
    ("جان إيف لودريان", "جان ايف لو دريان"),
    ("أولاف شولتس", "أولاف شولتز"),
    ("أورسولا فون دير لاين", "اورسولا فون دير لايين"),
    ("ماكماستر", "ماك ماستر"),
    ("مزار شريف", "مزارشريف"),
    ("سيفيرودونيتسك", "سيفيرودونتسك"),
    ("زاباروجيا", "زباروجيا"),
    ("خاركيف", "خاركييف"),
    ("الفريق أول لويد أوستن", "لويد أوستين"),
    ("الجنرال مايكل كوريلا", "مايكل كوريلا"),
]

DIFFERENT = [
    ("ديفيد بترايوس", "ديفيد باتريك"),
    ("هيغسيث", "هاغل"),
    ("روبرت غيتس", "روبرت فورد"),
    ("جون كيري", "جون كيلي"),
    ("جون بولتون", "جون برينان"),
    ("بلينكن", "بيلوسي"),
    ("مارتن ديمبسي", "مارتن غريفيث"),
    ("بيسكوف", "بوريسوف"),
    ("غيراسيموف", "غورباتشوف"),
    ("شويغو", "شيفا"),
    ("لافروف", "ليفروف"),
    ("كارتر", "كورتر"),
    ("باول", "بول"),
    ("كلارك", "كلوريك"),
    ("رايس", "روس"),
    ("بيرنز", "بارنز"),
    ("موران", "ميران"),
    ("غالانت", "غولانت"),
    ("سالم المحمودي", "سليم المحمودي"),
    ("كمال داود", "كامل داود"),
    ("صالح العلي", "صلاح العلي"),
    ("راشد الزين", "رشيد الزين"),
    ("عمر البشتي", "عمار البشتي"),
    ("عامر النجار", "عمر النجار"),
    ("ناصر قنديل", "نصر قنديل"),
    ("خالد مشعل", "خليل مشعل"),
    ("جمال العمري", "جميل العمري"),
    ("سلمان الفرج", "سليمان الفرج"),
    ("زيد الحمدان", "زياد الحمدان"),
    ("زايد الكعبي", "زيد الكعبي"),
    ("ماجد الفهد", "مجيد الفهد"),
    ("وليد جنبلاط", "والد جنبلاط"),
    ("عبد الله العبيدي", "عبيد الله العبيدي"),
    ("عبد الرحمن الراشد", "عبد الرحيم الراشد"),
    ("عبد الكريم قاسم", "عبد القادر قاسم"),
    ("كريم خان", "كرم خان"),
    ("منصور البلوشي", "منذر البلوشي"),
    ("أبو عبيدة", "أبو عبدة"),
    ("طارق صالح", "علي صالح"),
    ("يوسف الشاهد", "يوسف الشهيد"),
    ("هادي البحرة", "هدى البحرة"),
    ("خالد حسن", "خالد حسان"),
    ("الهاشمي", "الهشيم"),
    ("الزاوية", "الزاب"),
    ("بنغازي", "بني غازي الكبرى"),
    ("سرت", "صرمان"),
    ("مارتن", "ميرتون"),
    ("بيتر", "باتر"),
    ("أحمد معيتيق", "محمد معيتيق"),
    ("نبيل فهمي", "نبال فهمي"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=lambda v: v)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_name(one, other) and same_name(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT, ids=lambda v: v)
def test_names_of_two(one: str, other: str) -> None:
    assert not same_name(one, other) and not same_name(other, one)


# Native names that differ in their vowels alone, by themselves and in a name whose other word is the same.
MINIMAL = [
    ("حسن", "حسين"), ("سعد", "سعيد"), ("سالم", "سليم"), ("كريم", "كرم"), ("عامر", "عمار"),
    ("قرشي", "قريشي"), ("سلامي", "سلمي"), ("المالكي", "المليكي"), ("مبارك", "مبروك"), ("الجبوري", "الجابري"),
    ("نبيل", "نبيلة"), ("هاشم", "هشام"), ("ماجد", "مجيد"), ("رضا", "راضي"), ("جمال", "جميل"),
    ("فارس", "فراس"), ("قاسم", "قسام"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), MINIMAL, ids=lambda v: v)
@pytest.mark.parametrize("rest", ["", "نادر"])
def test_native_names_never_merge(one: str, other: str, rest: str) -> None:
    assert not same_name(f"{rest} {one}", f"{rest} {other}") and not same_name(
        f"{one} {rest}", f"{other} {rest}"
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("دافيد كوهين", "ديفيد كوهين", True),  # a vowel of a given name, where the family's is the same
        ("دافيد", "ديفيد", False),
        ("روبرت ميلر", "روبرت مولر", False),  # of a family's name of three consonants
        ("جايك", "جيك", False),  # a diphthong or its part: not in a word of two consonants by itself
        ("جايك كونور", "جيك كونور", True),
        ("بوهلر", "بولر", True),  # a German h
        ("غوميل", "هوميل", True),  # one letter in Russian
        ("يواكيم", "يواخيم", True),
        ("لفيف", "لفوف", True),  # Ukrainian and Russian
        ("ألكسي نوفيك", "أليكسي نوفيك", True),  # no article
        ("إيثان بارك", "إيثان برك", True),  # words of the dictionary, but a foreign name
        ("نضال ظاهر", "نضال ضاهر", True),
        ("يوليا مورو", "جوليا مورو", True),
        ("عبد الرحمان", "عبد الرحمن", True),
        ("ميشال عازار", "ميشيل عازار", True),  # borrowed
        ("جورج", "جورجا", False),  # a final vowel
        ("بري", "بوري", False),  # two words of the dictionary
        ("نبيه بري", "نبيه بوري", False),
    ],
)
def test_what_a_vowel_says(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same and same_name(other, one) is same


FRESH = Path(__file__).with_name("name_pairs.csv")


@pytest.mark.parametrize(("half", "joined", "wrong"), [("a", 30, 3), ("b", 28, 3)])
def test_the_fresh_pairs(half: str, joined: int, wrong: int) -> None:
    """Of 30 that are one and 40 that are two; half b before it was looked at: 27 and 3."""
    lines = [x for x in FRESH.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    rows = [row for row in csv.DictReader(lines) if row["half"] == half]
    met = [row["same"] for row in rows if same_name(row["left"], row["right"])]
    assert len(rows) == 70 and met.count("1") >= joined and met.count("0") <= wrong


_ALL_NAMES = st.sampled_from(sorted({name for pair in SAME + DIFFERENT for name in pair}))
_WRITTEN = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأة", min_size=2, max_size=9)
_ANY_NAME = _ALL_NAMES | _WRITTEN | st.builds("{} {}".format, _WRITTEN, _WRITTEN)


@given(_ANY_NAME, _ANY_NAME)
def test_it_does_not_matter_which_comes_first(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)


@given(_WRITTEN, st.data())
def test_a_vowel_more_or_less_reads_the_same_both_ways(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word)))
    more = word[:at] + data.draw(st.sampled_from("اوي")) + word[at:]
    assert same_name(word, more) == same_name(more, word)


@given(_ALL_NAMES)
def test_a_name_is_itself_with_a_title_and_with_an_article(name: str) -> None:
    assert same_name(name, name) and same_name(f"العقيد {name}", name)
    if " " not in name and not name.startswith(("ا", "أ", "إ", "آ")):
        assert same_name(f"ال{name}", name)


SHARED = Path(os.environ.get("MARSAD_SHARED") or Path(__file__).parents[3] / "shared")
PAIRS = SHARED / "data/gazetteer/tests/name_pairs.tsv"


@pytest.mark.shared
@pytest.mark.skipif(
    not PAIRS.exists() and not os.environ.get("MARSAD_CI"), reason=f"{PAIRS} is not on this machine"
)
def test_the_pairs_of_the_notes() -> None:
    """Measured 40 joined and 1 wrong (والاس, والش); the issue asks for 38 and 2."""
    with PAIRS.open(encoding="utf-8") as file:
        pairs = list(csv.DictReader(file, delimiter="\t"))
    joined = [row["same"] for row in pairs if same_name(row["name_a"], row["name_b"])]
    assert len(pairs) == 80 and joined.count("1") >= 38 and joined.count("0") <= 2


def test_titles_and_prefixes_do_not_count() -> None:
    assert same_name("العميد الركن توماس براندت", "توماس براندت")
    assert same_name("عبدالإله بن كيران", "عبد الإله ابن كيران")
    assert not same_name("", "بن") and not same_name("", "")


def test_the_names_of_one_document_in_groups() -> None:
    names = ["العقيد هانس فيبر", "فيبر", "يوهان لينداو", "هانز فيبر", "ليندو", "لينداو", "فولفغانغ لينداو"]
    assert join(names) == [
        ["العقيد هانس فيبر", "فيبر", "هانز فيبر"],
        ["يوهان لينداو", "لينداو"],
        ["ليندو"],
        ["فولفغانغ لينداو"],
    ]
    assert join([]) == []
