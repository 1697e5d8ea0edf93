"""When a level of data/same/levels.csv holds, in SQL over the traits of two accounts (`_l`, `_r`).

The order of the levels, their weights and words stand in the table; here is only what each means.
"""

from __future__ import annotations

DISTANCE = (  # kilometres; the haversine, clipped since rounding may pass 1
    "(12742 * asin(least(1, sqrt(power(sin(radians(lat_r - lat_l) / 2), 2)"
    " + cos(radians(lat_l)) * cos(radians(lat_r)) * power(sin(radians(lon_r - lon_l) / 2), 2)))))"
)
POINTS = "lat_l IS NOT NULL AND lat_r IS NOT NULL"
SHARED_WORDS = "len(list_intersect(words_l, words_r))"
FEWER_WORDS = "greatest(6, least(len(words_l), len(words_r)))"  # two short quotes prove little
COARSE, COUNTRY = 5, 7  # orders of data/same/precision.csv: province; country
LONG = 6  # days that an interval may have and still say when something happened
ELSE = "ELSE"
EXACT = f"greatest(grain_l, grain_r) < {COARSE}"
SURE = "sure_l AND sure_r"  # in both accounts a sentence names the place
ONE_SENTENCE = "(list_has_any(sentences_l, sentences_r) AND least(len(words_l), len(words_r)) > 4)"

CONDITIONS = {
    ("type", "same"): "types_l[1] = types_r[1]",
    ("type", "shared"): "list_has_any(types_l, types_r)",
    ("type", "kindred"): "list_has_any(kindred_l, types_r)",
    ("type", "other"): ELSE,
    ("standing", "alike"): "standing_l = standing_r",
    ("standing", "denied"): "standing_l = 'denied' OR standing_r = 'denied'",
    ("standing", "develops"): ELSE,
    ("actor", "same"): "list_has_any(actors_l, actors_r)",
    ("actor", "kin"): "list_has_any(kin_l, actors_r) OR list_has_any(actors_l, kin_r)",
    ("actor", "swapped"): "list_has_any(actors_l, recipients_r) OR list_has_any(recipients_l, actors_r)",
    ("actor", "unknown"): "len(actors_l) = 0 OR len(actors_r) = 0",
    ("actor", "worded"): "NOT (coded_l AND coded_r)",
    ("actor", "other"): ELSE,
    ("recipient", "same"): "list_has_any(recipients_l, recipients_r)",
    ("recipient", "kin"): "list_has_any(hostkin_l, recipients_r) OR list_has_any(recipients_l, hostkin_r)",
    ("recipient", "unknown"): "len(recipients_l) = 0 OR len(recipients_r) = 0",
    ("recipient", "other"): ELSE,
    ("manner", "sums"): f"(sums_l OR sums_r) AND NOT {ONE_SENTENCE}",
    ("manner", "same"): "list_has_any(manners_l, manners_r)",
    ("manner", "unknown"): "len(manners_l) = 0 OR len(manners_r) = 0",
    ("manner", "other"): ELSE,
    ("place", "unknown"): "place_l IS NULL OR place_r IS NULL",
    ("place", "same"): f"place_l = place_r AND {EXACT} AND {SURE}",
    ("place", "near"): f"{POINTS} AND {EXACT} AND {DISTANCE} <= km_l + km_r AND {SURE}",
    ("place", "named"): "list_has_any(names_l, names_r)",
    ("place", "mentioned"): "list_has_any(names_l, words_r) OR list_has_any(words_l, names_r)",
    ("place", "likely"): f"{EXACT} AND (place_l = place_r OR {POINTS} AND {DISTANCE} <= km_l + km_r)",
    ("place", "province"): f"place_l = place_r AND grain_l <> {COUNTRY}",
    ("place", "abroad"): f"country_l <> country_r AND {SURE}",
    ("place", "elsewhere"): "country_l <> country_r",
    ("place", "inside"): f"{POINTS} AND {DISTANCE} <= km_l + km_r",
    (
        "place",
        "land",
    ): f"sort_l = 'posture' AND sort_r = 'posture' AND grain_l = {COUNTRY} AND grain_r = {COUNTRY}",
    ("place", "country"): f"greatest(grain_l, grain_r) >= {COUNTRY} OR NOT ({POINTS}) OR km_l + km_r IS NULL",
    ("place", "apart"): SURE,
    ("place", "astray"): ELSE,
    ("date", "undated"): "first_l IS NULL OR first_r IS NULL",
    ("date", "same"): (
        "dated_l = 2 AND dated_r = 2 AND first_l <= last_r AND first_r <= last_l"
        " AND greatest(last_l - first_l, last_r - first_r) <= 1"
    ),
    ("date", "overlap"): (
        "dated_l = 2 AND dated_r = 2 AND first_l <= last_r AND first_r <= last_l"
        f" AND greatest(last_l - first_l, last_r - first_r) <= {LONG} OR dated_l = 2 AND dated_r = 2"
        " AND first_l = first_r AND last_l = last_r"
    ),
    ("date", "fits"): (
        "least(dated_l, dated_r) = 1 AND greatest(dated_l, dated_r) = 2 AND first_l <= last_r"
        f" AND first_r <= last_l AND greatest(last_l - first_l, last_r - first_r) <= {LONG}"
    ),
    ("date", "reported"): "dated_l = 1 AND dated_r = 1 AND abs(told_l - told_r) <= 1",
    ("date", "near"): (
        "least(dated_l, dated_r) > 0 AND first_l <= last_r + greatest(1, least(slack_l, slack_r))"
        " AND first_r <= last_l + greatest(1, least(slack_l, slack_r))"
    ),
    (
        "date",
        "together",
    ): "least(dated_l, dated_r) = 0 AND greatest(dated_l, dated_r) < 2 AND abs(told_l - told_r) <= 1",
    ("date", "vague"): "dated_l = 0 AND first_r <= told_l + 1 OR dated_r = 0 AND first_l <= told_r + 1",
    ("date", "apart"): ELSE,
    **{
        (name, level): condition.format(name=name)
        for name in ("killed", "moved")
        for level, condition in (
            (
                "unknown",
                "coalesce({name}_low_l, {name}_high_l, {name}_low_r, {name}_high_r) IS NULL"
                " OR coalesce({name}_low_l, {name}_high_l) IS NULL"
                " OR coalesce({name}_low_r, {name}_high_r) IS NULL",
            ),
            ("same", "{name}_low_l = {name}_low_r AND {name}_high_l = {name}_high_r AND {name}_low_l > 2"),
            (
                "compatible",
                "coalesce({name}_low_l, 0) <= coalesce({name}_high_r, 1e9)"
                " AND coalesce({name}_low_r, 0) <= coalesce({name}_high_l, 1e9)",
            ),
            (
                "far",
                "greatest({name}_low_l, {name}_low_r) > 3 * least({name}_low_l, {name}_low_r)"
                " AND greatest({name}_low_l, {name}_low_r) > 3",
            ),
            ("other", ELSE),
        )
    },
    ("text", "sentence"): ONE_SENTENCE,
    ("text", "much"): f"{SHARED_WORDS} >= 0.6 * {FEWER_WORDS}",
    ("text", "half"): f"{SHARED_WORDS} >= 0.42 * {FEWER_WORDS}",
    ("text", "some"): f"{SHARED_WORDS} >= 0.25 * {FEWER_WORDS}",
    ("text", "few"): f"{SHARED_WORDS} >= 0.12 * {FEWER_WORDS}",
    ("text", "none"): ELSE,
}
