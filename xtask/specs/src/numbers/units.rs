//! The specifications' units and currencies in base units: a table apart from the engine's, so that a wrong factor
//! of either is noticed.

use variorum::language::lexicon::Dimension;

/// A measure's unit: name in Recognizers-Text, base unit, factor and offset to it.
const MEASURES: &[(&str, &str, f64, f64)] = &[
    ("Acre", "m²", 4_046.856_422_4, 0.0),
    ("Barrel", "l", 158.987_294_928, 0.0),
    ("Bit", "B", 0.125, 0.0),
    ("C", "°C", 1.0, 0.0),
    ("Centimeter per millisecond", "m/s", 10.0, 0.0),
    ("Cubic foot", "l", 28.316_846_592, 0.0),
    ("Cup", "l", 0.236_588_236_5, 0.0),
    ("Decimeter", "m", 0.1, 0.0),
    ("Degree", "°", 1.0, 0.0),
    ("Dram", "kg", 0.001_771_845_195_312_5, 0.0),
    ("F", "°C", 5.0 / 9.0, -160.0 / 9.0),
    ("Foot", "m", 0.3048, 0.0),
    ("Gallon", "l", 3.785_411_784, 0.0),
    ("Gram", "kg", 0.001, 0.0),
    ("Inch", "m", 0.0254, 0.0),
    ("Kilogram", "kg", 1.0, 0.0),
    ("Kilometer", "m", 1000.0, 0.0),
    ("Kilometer per hour", "m/s", 1.0 / 3.6, 0.0),
    ("Kilometer per millisecond", "m/s", 1e6, 0.0),
    ("Megabit", "B", 125_000.0, 0.0),
    ("Megabyte", "B", 1e6, 0.0),
    ("Meter", "m", 1.0, 0.0),
    ("Meter per millisecond", "m/s", 1000.0, 0.0),
    ("Metric ton", "kg", 1000.0, 0.0),
    ("Microgram", "kg", 1e-9, 0.0),
    ("Mile", "m", 1609.344, 0.0),
    ("Mile per hour", "m/s", 0.447_04, 0.0),
    ("Milliliter", "l", 0.001, 0.0),
    ("Millimeter", "m", 0.001, 0.0),
    ("Ounce", "kg", 0.028_349_523_125, 0.0),
    ("Picometer", "m", 1e-12, 0.0),
    ("Pound", "kg", 0.453_592_37, 0.0),
    ("Square kilometer", "m²", 1e6, 0.0),
    ("Square meter", "m²", 1.0, 0.0),
    ("Tablespoon", "l", 0.014_786_764_781_25, 0.0),
    ("Teaspoon", "l", 0.004_928_921_593_75, 0.0),
    // The specification has one ton for "ton" and "tonne"; the engine reads the short and the metric one apart.
    ("Ton", "kg", 907.184_74, 0.0),
];

/// Seconds in the mean year of the Gregorian calendar.
const YEAR: f64 = 31_556_952.0;

/// A time's unit in seconds: names in Recognizers-Text and Duckling.
const TIMES: &[(&str, f64)] = &[
    ("Second", 1.0),
    ("Minute", 60.0),
    ("Hour", 3600.0),
    ("Day", 86_400.0),
    ("Week", 604_800.0),
    ("Month", 2_629_746.0),
    ("Quarter", 7_889_238.0),
    ("Year", YEAR),
    // "Of age 87": years are meant.
    ("Age", YEAR),
];

/// A currency by its name in Recognizers-Text or Duckling: the code or codes, and the factor of a sub-unit.
const CURRENCIES: &[(&str, &str, f64)] = &[
    ("Bitcoin", "BTC", 1.0),
    ("Cent", "$", 0.01),
    ("Dinar", "dinar", 1.0),
    ("Dollar", "$", 1.0),
    ("Finnish markka", "FIM", 1.0),
    ("Franc", "franc", 1.0),
    // Duckling's.
    ("INR", "INR|rupee", 1.0),
    ("Netherlands guilder", "NLG", 1.0),
    ("Pence", "GBP", 0.01),
    ("Penny", "GBP", 0.01),
    ("Peseta", "ESP", 1.0),
    ("Pound", "GBP", 1.0),
    ("Rial", "rial", 1.0),
    ("Riyal", "riyal", 1.0),
    ("Rupee", "rupee|INR", 1.0),
    ("Satoshi", "BTC", 1e-8),
    ("Sen", "MYR", 0.01),
    ("Unnamed", "$|", 1.0),
];

/// Duckling's units in base units.
const OF_DUCKLING: &[(&str, &str, f64)] = &[
    ("Kilometre", "m", 1000.0),
    ("Metre", "m", 1.0),
    // "9m" of Duckling is a metre or a mile; in news it is a metre.
    ("M", "m", 1.0),
    ("Centimetre", "m", 0.01),
    ("Millimetre", "m", 0.001),
    ("Mile", "m", 1609.344),
    ("Foot", "m", 0.3048),
    ("Inch", "m", 0.0254),
    ("Gram", "kg", 0.001),
    ("Pound", "kg", 0.453_592_37),
    ("Ounce", "kg", 0.028_349_523_125),
    ("Cup", "l", 0.236_588_236_5),
];

/// Base unit, factor and offset of a Recognizers unit.
#[expect(clippy::float_arithmetic, reason = "the specifications give decimals")]
pub(super) fn measure(name: &str, is_age: bool) -> (&'static str, f64, f64) {
    if let Some(&(_, seconds)) = TIMES.iter().find(|(unit, _)| *unit == name) {
        return if is_age { ("age", seconds / YEAR, 0.0) } else { ("s", seconds, 0.0) };
    }
    let found = MEASURES.iter().find(|(unit, ..)| *unit == name);
    found.map_or(("unknown", 1.0, 0.0), |&(_, base, factor, offset)| (base, factor, offset))
}

/// Code and factor of a Recognizers currency, with its ISO code where it gives one.
pub(super) fn currency(name: &str, iso: Option<&str>) -> (String, f64) {
    if let Some(iso) = iso {
        return (iso.to_owned(), 1.0);
    }
    let found = CURRENCIES.iter().find(|(currency, ..)| *currency == name);
    found.map_or_else(|| (name.to_owned(), 1.0), |&(_, code, factor)| (code.to_owned(), factor))
}

/// The ends and the unit of a value in Duckling's notation: `(simple Dollar 10)`, `(between Gram (2,7) Nothing)`,
/// `(under Mile 3.5)`, `(DurationData 90 Minute)`.
#[expect(clippy::float_arithmetic, reason = "the specifications give decimals")]
pub(super) fn duckling(value: &str, is_money: bool) -> ((Option<f64>, Option<f64>), String) {
    let words: Vec<&str> = value.split([' ', ',', '(', ')']).filter(|word| !word.is_empty()).collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<f64>().ok());
    if words[0] == "DurationData" {
        let seconds = TIMES.iter().find(|(unit, _)| *unit == words[2]).map_or(0.0, |(_, seconds)| *seconds);
        let value = number(1).map(|value| value * seconds);
        return ((value, value), "s".to_owned());
    }
    let (unit, factor) = OF_DUCKLING
        .iter()
        .find(|(unit, ..)| *unit == words[1] && !is_money)
        .map_or_else(|| currency(words[1], None), |&(_, base, factor)| (base.to_owned(), factor));
    let first = number(2).map(|value| value * factor);
    let ends = match words[0] {
        "between" => (first, number(3).map(|value| value * factor)),
        "under" => (None, first),
        "above" => (first, None),
        _ => (first, first),
    };
    (ends, unit)
}

/// The base unit of a dimension.
pub(super) const fn base(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Length => "m",
        Dimension::Area => "m²",
        Dimension::Mass => "kg",
        Dimension::Volume => "l",
        Dimension::Temperature => "°C",
        Dimension::Speed => "m/s",
        Dimension::Energy => "Wh",
        Dimension::Power => "W",
        Dimension::Magnitude => "magnitude",
        Dimension::Duration => "s",
        Dimension::Data => "B",
        Dimension::Degree => "°",
        Dimension::Workdays => "workdays",
        Dimension::Age => "age",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_notation_of_duckling() {
        assert_eq!(duckling("(simple Dollar 1e4)", true), ((Some(1e4), Some(1e4)), "$".to_owned()));
        assert_eq!(duckling("(between Gram (2,7) Nothing)", false), ((Some(0.002), Some(0.007)), "kg".to_owned()));
        assert_eq!(duckling("(above Ounce 4 (Just \"tea\"))", false).0, (Some(0.113_398_092_5), None));
        assert_eq!(duckling("(DurationData 2 Minute)", false), ((Some(120.0), Some(120.0)), "s".to_owned()));
    }
}
