"""An attack or protest counts where the story reports it, not where somebody only speaks of such things."""

import pytest

from marsad.data import cell, read_table
from marsad.what.stated import _ASKS, NEEDED
from tests.what.coding import alone, in_news, rows, told

SIGNS = read_table("codebook/signs.csv")

REPORTED = """
هاجم مسلحون نقطة تفتيش جنوب المدينة
قتل ثلاثة من رجال الشرطة في هجوم انتحاري استهدف مركزهم غرب الموصل صباح أمس
وقال مصدر أمني إن عبوة ناسفة انفجرت لدى مرور دورية في حي الأندلس، مما أدى إلى إصابة جنديين
تعرضت قافلة إغاثة لهجوم بقذائف الهاون قرب بلدة دوما، بحسب شهود
وذكرت الشرطة أن مهاجما فجر نفسه داخل سوق مزدحم في مقديشو وقتل تسعة مدنيين
اندلعت اشتباكات بين قوات حفتر ومسلحي طرابلس
قصفت طائرات تركية مواقع حزب العمال شمال أربيل
أوقع تفجير بسيارة مفخخة في كويتا ستة قتلى
واغتال مجهولون مساء الثلاثاء قاضيا أمام منزله في عدن
سقطت قذيفة هاون على المنطقة الخضراء من دون إصابات
تظاهر المئات في وسط الخرطوم احتجاجا على رفع أسعار الخبز
خرج آلاف اللبنانيين في مسيرة جابت شوارع صيدا أمس
أضرب سائقو الشاحنات في تونس يومين
"""
SPOKEN_OF = """
ترى الباحثة أن الاغتيال السياسي ظاهرة قديمة رافقت نشوء الدولة، ولم تسلم منها حركات ادعت الإصلاح
وقضت المحكمة بسجن المتهم خمس سنوات في قضية تفجير الفندق، بعد محاكمة أثارت الجدل حول أدلة النيابة
يروي الكتاب الذي صدر هذا العام تفاصيل محاولة الاغتيال التي يقول مؤلفه إنها غيرت سياسة الحزب
هل يمكن أن نبرر القصف الذي تتعرض له المدن بحجة أن الدولة لا تملك خيارا آخر غير هذه السياسة؟
ومن المستفيد من هذا الاغتيال، وكيف ستتعامل معه الأحزاب التي لم تتفق حتى الآن على رئيس للحكومة؟
وتابع النائب أن ذكرى المجزرة ليست مناسبة للمزايدات السياسية بين الأحزاب التي تتنازع رئاسة المجلس
ناقش الوزراء سبل مواجهة ظاهرة الهجمات التي تستهدف السياح، ولم يتفقوا على سياسة موحدة في هذا الشأن
وأعلنت المحكمة أن لائحة الاتهام في قضية الاغتيال لن تنشر قبل أن ينتهي القاضي من دراسة هذه الأدلة
ولا يعرف المحققون ما إذا كانت هذه المجموعة التي ينتمي إليها المتهم خططت لعمليات التفجير
يبحث الفيلم في معنى الاحتجاج، ويسأل لماذا لم تغير هذه التظاهرات شيئا من سياسات الحكومة
وليس الإضراب حقا مطلقا في رأي القاضي الذي كتب الحكم، إذ لا يجوز أن يعطل مرافق الدولة
"""


@pytest.mark.parametrize("sentence", [sentence for [sentence] in rows(REPORTED)])
def test_one_sentence_that_reports_an_event_is_a_story(sentence: str) -> None:
    assert told(alone(sentence)) != ""


@pytest.mark.parametrize("sentence", [sentence for [sentence] in rows(SPOKEN_OF)])
def test_nothing_is_told_where_somebody_only_speaks_of_events(sentence: str) -> None:
    assert told(alone(sentence)) == ""


def test_a_noun_counts_in_a_story_that_reports_an_attack() -> None:
    sentence = "وأدان المجلس هذا الهجوم"
    assert told(alone(sentence)) == ""
    assert told(in_news(sentence)) == "attack:الهجوم attack:وأطلق"


@pytest.mark.parametrize("row", SIGNS, ids=lambda row: f"{row['type']}-{row['sign']}")
def test_a_sign_names_what_exists(row: dict[str, str]) -> None:
    classes = {entry["class"] for entry in read_table("codebook/classes.csv")}
    kinds = {
        entry["kind"] for table in ("particles", "cues") for entry in read_table(f"codebook/{table}.csv")
    }
    assert row["type"] in NEEDED
    assert row["ask"] in _ASKS
    assert int(row["points"]) != 0
    if row["ask"] in ("sentence", "twice", "before", "near", "next"):
        assert set(cell(row["what"])) <= classes | kinds
