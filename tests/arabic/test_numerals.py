"""Numbers as newsrooms write them, in words, digits and both; every number up to ten million reads back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic import digits_value, number_word, read_number, tokens

MASCULINE = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
FEMININE = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
TENS = [
    ("", ""),
    ("", ""),
    ("عشرون", "عشرين"),
    ("ثلاثون", "ثلاثين"),
    ("أربعون", "أربعين"),
    ("خمسون", "خمسين"),
]
TENS += [("ستون", "ستين"), ("سبعون", "سبعين"), ("ثمانون", "ثمانين"), ("تسعون", "تسعين")]
HUNDREDS = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"]


class Writer:
    """Writes a number in words; gender, case, the spelling of مئة and the order below a thousand vary."""

    def __init__(self, feminine: bool, oblique: bool, hundred: str, fused: bool, hundreds_last: bool) -> None:
        self.units = FEMININE if feminine else MASCULINE
        self.feminine, self.oblique = feminine, oblique
        self.hundred, self.fused, self.hundreds_last = hundred, fused, hundreds_last

    def dual(self, stem: str) -> str:
        return stem + ("ين" if self.oblique else "ان")

    def below_hundred(self, n: int) -> str:
        if n <= 10:
            return self.dual("اثن" if not self.feminine else "اثنت") if n == 2 else self.units[n]
        if n < 20:
            return self.teen(n - 10)
        ten, unit = TENS[n // 10][self.oblique], n % 10
        return f"{self.below_hundred(unit)} و{ten}" if unit else ten

    def teen(self, unit: int) -> str:
        ten = "عشرة" if self.feminine else "عشر"
        ending = "ي" if self.oblique else "ا"
        first = {1: "إحدى" if self.feminine else "أحد", 2: ("اثنت" if self.feminine else "اثن") + ending}
        return f"{first.get(unit, self.units[unit])} {ten}"

    def below_thousand(self, n: int) -> str:
        hundreds, rest = divmod(n, 100)
        parts = [self.hundreds(hundreds)] if hundreds else []
        parts += [self.below_hundred(rest)] if rest else []
        return " و".join(reversed(parts) if self.hundreds_last else parts)

    def hundreds(self, n: int) -> str:
        if n == 1:
            return self.hundred
        if n == 2:
            return self.dual(self.hundred[:-1] + "ت")
        return HUNDREDS[n - 3] + ("" if self.fused else " ") + self.hundred

    def scaled(self, n: int, one: str, many: str) -> str:
        if n == 1:
            return one
        if n == 2:
            return self.dual(one)
        counter = Writer(False, self.oblique, self.hundred, self.fused, self.hundreds_last)
        few = 3 <= n % 100 <= 10
        return f"{counter.below_thousand(n)} {many if few else one + 'اً' if n % 100 >= 11 else one}"

    def write(self, n: int) -> str:
        millions, rest = divmod(n, 1_000_000)
        thousands, units = divmod(rest, 1000)
        parts = [self.scaled(millions, "مليون", "ملايين")] if millions else []
        parts += [self.scaled(thousands, "ألف", "آلاف")] if thousands else []
        parts += [self.below_thousand(units)] if units else []
        return " و".join(parts) or "صفر"


WRITERS = st.builds(
    Writer, st.booleans(), st.booleans(), st.sampled_from(["مئة", "مائة"]), st.booleans(), st.booleans()
)
SIZES = st.one_of(st.integers(0, 1200), st.integers(0, 99_999), st.integers(0, 9_999_999))


@given(WRITERS, SIZES)
def test_a_written_number_reads_back(writer: Writer, n: int) -> None:
    row = tokens(writer.write(n))
    number = read_number(row, 0)
    assert number is not None
    assert (number.low, number.high, number.last) == (n, n, len(row) - 1), writer.write(n)


@given(SIZES, st.sampled_from([",", "٬", ".", "،"]), st.booleans())
def test_digits_with_separators_read_back(n: int, separator: str, eastern: bool) -> None:
    written = f"{n:,}".replace(",", separator)
    if eastern:
        written = written.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    row = tokens(f"{written} جندي")
    number = read_number(row, 0)
    assert number is not None
    assert (number.low, number.last) == (n, len(row) - 2)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("خمسة آلاف ومئتي جندي", 5200, 5200),
        ("أربعة عشر ألفاً وستمئة", 14600, 14600),
        ("سبعة وثلاثون وخمسمئة وألف", 1537, 1537),  # the old rising order
        ("ألف وتسعمائة وسبعة وستين", 1967, 1967),
        ("ثلاث مئات", 300, 300),
        ("خمسة و عشرون", 25, 25),
        ("الخمسة والعشرين", 25, 25),
        ("وبمئتي مدرعة", 200, 200),
        ("12 ألفاً", 12000, 12000),
        ("5 آلاف و300", 5300, 5300),
        ("مليون و200 ألف", 1_200_000, 1_200_000),
        ("1.5 مليون", 1_500_000, 1_500_000),
        ("٢٫٥ مليار", 2_500_000_000, 2_500_000_000),
        ("2,5 مليون", 2_500_000, 2_500_000),
        ("6ر4 مليون", 6_400_000, 6_400_000),
        ("17 500 عسكري", 17500, 17500),
        ("نصف مليون", 500_000, 500_000),
        ("ربع المليون", 250_000, 250_000),
        ("ثلاثة أرباع المليون", 750_000, 750_000),
        ("ثلاثة ملايين ونصف المليون", 3_500_000, 3_500_000),
        ("مليونين ونصف", 2_500_000, 2_500_000),
        ("ألفا مقاتل", 2000, 2000),
        ("خمسين ألفا", 50_000, 50_000),
        ("مئتا ألف", 200_000, 200_000),
        ("عشرات", 20, 99),
        ("المئات", 200, 999),
        ("آلاف", 2000, 9999),
        ("عشرات الآلاف", 20_000, 99_999),
        ("مئات آلاف", 200_000, 999_999),
        ("الملايين", 2_000_000, 9_999_999),
        ("بضعة", 3, 9),
        ("بضعة عشر", 13, 19),
        ("بضع مئات", 300, 999),
        ("بضعة آلاف", 3000, 9999),
    ],
)
def test_number(words: str, low: int, high: int) -> None:
    number = read_number(tokens(words), 0)
    assert number is not None
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    ("words", "value", "last"),
    [
        ("خمسة وستة آلاف", 5, 0),  # two numbers: the places are taken
        ("ألف وألفين", 1000, 0),
        ("عشرين وخمسة وعشرين", 20, 0),
        ("2500 300", 2500, 0),
        ("مئة و50", 100, 0),
    ],
)
def test_a_number_ends_where_grammar_ends_it(words: str, value: int, last: int) -> None:
    number = read_number(tokens(words), 0)
    assert number is not None
    assert (number.low, number.last) == (value, last)


@pytest.mark.parametrize(
    "words", ["أحد الجنود", "إحدى القواعد", "الثالث", "كمية", "جندي", "في", "0790123456789"]
)
def test_no_number(words: str) -> None:
    assert read_number(tokens(words), 0) is None


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("2,500", 2500),
        ("2.500", 2500),
        ("1,234,567", 1234567),
        ("3.14", Fraction(157, 50)),
        ("08,30", None),
        ("12,00", None),
        ("192.168.1.1", None),
    ],
)
def test_digits(digits: str, value: int | Fraction | None) -> None:
    assert digits_value(digits) == value


def test_the_word_for_an_amount_is_no_hundred() -> None:
    assert number_word("كميه") is None
