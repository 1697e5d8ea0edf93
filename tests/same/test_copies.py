"""Near-duplicate articles: the same text syndicated, cut or lightly edited, and what only looks like it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.same import Signed, candidates, likeness, originals, shingles, signature

WORDS = [
    "وصلت",
    "وحدة",
    "من",
    "الجيش",
    "إلى",
    "ميناء",
    "المدينة",
    "صباح",
    "الأحد",
    "ومعها",
    "عشرون",
    "عربة",
    "ثم",
    "أقامت",
    "حاجزين",
    "على",
    "الطريق",
    "الساحلي",
]
STORY = (
    "قال ناطق باسم خفر السواحل إن زورقين تابعين له رافقا السفينة حتى المياه الدولية بعد أن رفضت سلطات "
    "المرفأ السماح لها بالرسو، وأضاف أن أفراد الطاقم، وعددهم اثنان وعشرون بحارا، بخير، وأن تحقيقا فتح "
    "لمعرفة من أصدر الأمر الأول بتفتيشها. وأكد أن الحركة في الميناء عادت إلى طبيعتها قبل منتصف الليل."
)
OTHER = (
    "أعلنت بلدية العاصمة خطة لتوسيع شبكة المترو تشمل ثلاث محطات جديدة في الأحياء الغربية، على أن يبدأ "
    "العمل في الخريف المقبل بكلفة لم يكشف عنها، وفق ما جاء في بيان للمجلس نشر بعد جلسة استمرت أربع ساعات."
)


def like(one: str, other: str) -> bool:
    return likeness(shingles(one), shingles(other)).copy()


def test_edited_cut_and_prefixed_texts_are_copies() -> None:
    assert like(STORY, STORY.replace("ناطق", "متحدث").replace("بخير", "سالمون"))
    assert like(STORY, f"(وكالة السفير) - {STORY} يتبع")
    assert like(STORY, STORY[: len(STORY) * 2 // 3])
    assert like(STORY, STORY.replace("إ", "ا").replace("ة", "ه"))


def test_other_news_in_the_same_style_is_none() -> None:
    assert not like(STORY, OTHER)
    assert not like(STORY, f"{OTHER} {STORY[:80]}")


def test_short_texts_must_be_the_same() -> None:
    assert like("عاجل: انفجار في المرفأ", "عاجل: انفجار في المرفأ")
    assert not like("عاجل: انفجار في المرفأ القديم", "عاجل: انفجار في المرفأ الجديد")


def signed(id: str, text: str, day: int | None, new: bool = True) -> Signed:
    return Signed(id, day, signature(text), new)


def test_candidates_lie_within_a_week_and_one_is_new() -> None:
    near = [signed("a", STORY, 10), signed("b", STORY, 13), signed("c", STORY, 18), signed("d", STORY, None)]
    assert set(candidates(near)) == {("a", "b"), ("b", "c")}
    known = [signed("a", STORY, 10, new=False), signed("b", STORY, 11, new=False), signed("c", STORY, 12)]
    assert set(candidates(known)) == {("a", "c"), ("b", "c")}
    assert set(candidates([signed("x", STORY, None), signed("y", STORY, None)])) == {("x", "y")}


def test_after_three_days_only_the_same_text_is_a_copy() -> None:
    edited = likeness(shingles(STORY), shingles(STORY[: len(STORY) * 2 // 3]))
    assert edited.copy(3) and not edited.copy(4)
    same = likeness(shingles(STORY), shingles(STORY))
    assert same.copy(7) and not same.copy(8)


def test_a_follow_up_that_repeats_the_background_has_a_lead_of_its_own() -> None:
    fresh = f"{OTHER} {OTHER[::-1]}"
    found = likeness(shingles(f"{fresh} {STORY}"), shingles(STORY))
    assert found.held == 1 and found.alike < 0.57 and not found.copy(0)


def test_what_thousands_share_makes_few_pairs() -> None:
    many = [signed(f"{at:04}", STORY, 1) for at in range(1000)]
    pairs = set(candidates(many))
    assert len(pairs) < 64 * 1000
    assert set(originals(pairs, dict.fromkeys((one.id for one in many), 1)).values()) == {"0000"}


def test_the_original_is_the_earliest_that_an_article_is_like_itself() -> None:
    days = {"a": 3, "b": 1, "c": 2, "d": 5}
    assert originals([("a", "b"), ("a", "c"), ("b", "c")], days) == {"a": "b", "c": "b"}
    chain = originals([("b", "c"), ("a", "c"), ("a", "d")], days)
    assert chain == {"c": "b", "d": "a"}, "a is like a copy only: it stays an original of its own"


TEXTS = st.lists(st.sampled_from(WORDS), min_size=16, max_size=60)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=16, max_size=60), st.lists(st.sampled_from(WORDS), max_size=60)
)
def test_likeness_is_the_same_both_ways_and_a_text_is_like_itself(one: list[str], other: list[str]) -> None:
    first, second = shingles(" ".join(one)), shingles(" ".join(other))
    assert likeness(first, first).copy()
    assert likeness(first, second) == likeness(second, first)
    text = " ".join(one)
    assert set(candidates([signed("a", text, 1), signed("b", text, 1)])) == {("a", "b")}


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_originals_do_not_depend_on_the_order(data: st.DataObject) -> None:
    ids = "abcdefg"
    pairs = data.draw(
        st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda p: p[0] != p[1]))
    )
    days = {id: data.draw(st.one_of(st.none(), st.integers(0, 5))) for id in ids}
    found = originals(pairs, days)
    assert found == originals(data.draw(st.permutations(pairs)), days)
    assert not set(found.values()) & found.keys()
