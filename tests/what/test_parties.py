"""Who does it, and to whom: our sentences in, `actors > recipients` of their first mention out, as codes."""

import pytest

from marsad.article import bare_article
from tests.what.coding import DAY, coded, codes, in_story, rows, sides

WHO_MOVES = """
انسحبت القوات الأميركية من قاعدة التاجي | USA > -
القوات التركية انسحبت من نقطة المراقبة | TUR > -
أعلنت هولندا سحب مدربيها من أربيل | NLD > -
غادر الجنود الفرنسيون والأميركيون القاعدة | FRA USA > -
سحبت بريطانيا وأستراليا مدربيهما من العراق | AUS GBR > -
أعلنت بريطانيا وأستراليا سحب قواتهما من البلاد | AUS GBR > -
انسحبت قوات حفتر من ترهونة | LBY.LNA > -
أخلت قوات سوريا الديمقراطية مواقعها في منبج | SDF > -
غادرت القوات الأجنبية القاعدة | FOREIGN_FORCES > -
غادرت القوات الأجنبية، بما في ذلك الإيطاليون والإسبان، القاعدة | ESP FOREIGN_FORCES ITA > -
أرسلت تركيا تعزيزات إلى إدلب | TUR > -
وصلت إلى المطار كتيبة أوغندية | UGA > -
نشر الجيش اللبناني دباباته في طرابلس | LBN > -
قررت واشنطن تقليص قواتها في أفغانستان | USA > -
قال البنتاغون إن القوات الأميركية ستغادر القاعدة | USA > -
طالب البرلمان العراقي بسحب القوات الأميركية من البلاد | USA > -
دعت باريس أنقرة إلى سحب قواتها من ليبيا | TUR > -
طلبت بغداد من التحالف الدولي سحب جنوده من البلاد | COALITION > -
علق حلف الناتو مهمته التدريبية في العراق | NATO > -
استأنف التحالف الدولي عملياته ضد داعش | COALITION > -
ينتشر نحو 900 جندي أميركي في سوريا | USA > -
ينتشر في المنطقة 400 مقاتل من حركة الشباب | AL_SHABAAB > -
نقلت روسيا مقاتلات إلى قاعدة الجفرة | RUS > -
انسحبت البيشمركة من كركوك | IRQ.KURDISTAN > -
انسحبت ميليشيات الحشد الشعبي من المعبر | PMF > -
وصل مرتزقة فاغنر إلى سرت | WAGNER > -
سُحب الجنود الألمان من المعسكر | DEU > -
"""
HANDOVERS = """
سلمت القوات الأميركية القاعدة إلى الجيش العراقي | USA > IRQ
سلم التحالف الدولي القاعدة للقوات العراقية | COALITION > IRQ
تسلمت القوات الأفغانية القاعدة من القوات الأميركية | USA > AFG
تم تسليم القاعدة من قبل التحالف الدولي إلى القوات العراقية | COALITION > IRQ
سُلمت القاعدة إلى الجيش الأفغاني | - > AFG
استلم الجيش اللبناني الموقع من قوات اليونيفيل | UN > LBN
انتقلت السيطرة على المعبر من الفصائل إلى الجيش السوري | SYR.OPPOSITION > SYR
"""
ATTACKS = """
قصفت الطائرات الروسية مواقع هيئة تحرير الشام | RUS > HTS
شنت إسرائيل غارات على مواقع حزب الله | ISR > HEZBOLLAH
شن الحوثيون هجوما على القوات السعودية في نجران | HOUTHIS > SAU
هاجم مسلحو طالبان نقطة للجيش الأفغاني | TALIBAN > AFG
استهدفت طائرة أميركية مسيرة قياديا في حركة الشباب | USA > AL_SHABAAB
قُتل جندي تركي في هجوم شنه حزب العمال الكردستاني | PKK > TUR
قُتل خمسة جنود ماليين على يد مسلحين مجهولين | UNKNOWN_GUNMEN > MLI
اندلعت اشتباكات بين القوات السعودية والحوثيين | HOUTHIS SAU > -
اشتبكت قوات حفتر مع قوات حكومة الوفاق | LBY.GNA LBY.LNA > -
أسقط الحوثيون طائرة للتحالف العربي | HOUTHIS > ARAB_COALITION
غارة أميركية على موقع لكتائب حزب الله في العراق | USA > KATAIB_HEZBOLLAH
قصف تركي على مواقع قسد شمال سوريا | TUR > SDF
غارات شنتها مقاتلات إسرائيلية على مواقع إيرانية قرب دمشق | ISR > IRN
نفذ الجيش المصري عملية عسكرية ضد تنظيم داعش في سيناء | EGY > ISIS
أطلقت حركة حماس صواريخ على إسرائيل | HAMAS > ISR
انفجرت عبوة ناسفة برتل للجيش العراقي | - > IRQ
هاجمت حركة الشباب قاعدة للقوات الكينية | AL_SHABAAB > KEN
فجر انتحاري من داعش نفسه في رتل للجيش السوري | ISIS > SYR
"""
SEIZURES = """
استعادت القوات العراقية الموصل من تنظيم داعش | IRQ > ISIS
سيطرت طالبان على قندوز | TALIBAN > -
سيطر تنظيم داعش على المدينة | ISIS > -
سقطت المدينة بيد الحوثيين | HOUTHIS > -
طرد الجيش السوري مسلحي هيئة تحرير الشام من البلدة | SYR > HTS
انتزعت قوات الوفاق القاعدة من قوات حفتر | LBY.GNA > LBY.LNA
خسر تنظيم داعش آخر معاقله شرق الفرات | - > ISIS
فقدت الحكومة السورية السيطرة على المدينة | - > SYR
اقتحمت القوات الإسرائيلية مخيم جنين | ISR > -
تم تحرير البلدة من تنظيم داعش | - > ISIS
قوات الدعم السريع سيطرت على المطار | SDN.RSF > -
استولى المجلس الانتقالي الجنوبي على المعسكر | STC > -
"""
PROTESTS = """
تظاهر آلاف العراقيين في ساحة التحرير | PROTESTERS > -
اعتصم محتجون أمام البرلمان | PROTESTERS > -
"""
INHERITED = """
انسحاب التحالف الدولي من قاعدة القيارة | جرى الانسحاب من القاعدة صباح الخميس | COALITION > -
فرنسا تسحب جنودها من العراق | وقال مسؤول إن الانسحاب من القاعدة بدأ أمس | FRA > -
غارة إسرائيلية على مواقع حزب الله | وأوقعت الغارة قتلى بين عناصر الحزب | ISR > HEZBOLLAH
طالبان تهاجم الجيش الأفغاني في قندوز | واستمر الهجوم ساعات | TALIBAN > AFG
القوات الأميركية تسلم القاعدة إلى الجيش العراقي | وجاء تسليم القاعدة بعد أشهر | USA > IRQ
"""  # headline, sentence, parties of the last mention
KNOWN_GAPS = """
a state's ship as target | استهدف الحرس الثوري ناقلة بريطانية | IRGC > GBR
attacker after ل | صد الجيش العراقي هجوما لداعش في الأنبار | ISIS > IRQ
attacker after ل | هجوم لتنظيم داعش على الحشد الشعبي في ديالى | ISIS > PMF
giver after من | تسلم الجيش العراقي القاعدة من التحالف الدولي | COALITION > IRQ
party after لدى | لدى فرنسا 5100 جندي في الساحل | FRA > -
party in the idafa of a target | قُصفت مواقع الحوثيين من قبل التحالف العربي | ARAB_COALITION > HOUTHIS
read as passive | قتلت القوات الفرنسية زعيم تنظيم القاعدة في المغرب الإسلامي | FRA > AL_QAEDA
unknown gunmen | اغتال مسلحون مجهولون ضابطا في الجيش العراقي | UNKNOWN_GUNMEN > IRQ
who is asked to hand over | طلبت بغداد من واشنطن تسليم القاعدة إلى الجيش العراقي | USA > IRQ
who suffers is no attacker | تعرضت القوات الأميركية لهجوم صاروخي | - > USA
who suffers is no attacker | تعرضت القوات التركية لقصف من قوات النظام السوري | SYR > TUR
"""  # class of the gap, sentence, what should be told: move a row up when it is


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [row for table in (WHO_MOVES, HANDOVERS, ATTACKS, SEIZURES, PROTESTS) for row in rows(table)],
)
def test_a_sentence_names_its_parties(sentence: str, expected: str) -> None:
    assert codes(in_story(sentence)) == expected


@pytest.mark.parametrize(("title", "sentence", "expected"), rows(INHERITED))
def test_the_story_tells_the_parties_that_a_sentence_leaves_out(
    title: str, sentence: str, expected: str
) -> None:
    assert sides(coded(bare_article("story", f"{title}\n\n{sentence}.", DAY))[-1]) == expected


@pytest.mark.parametrize(("gap", "sentence", "right"), rows(KNOWN_GAPS))
def test_a_known_gap_is_still_one(gap: str, sentence: str, right: str) -> None:
    assert codes(in_story(sentence)) != right, gap
