//! The score tables in words and as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::measures::{accuracies, rows};
use super::score::{Counts, Share, Tally};
use super::set::{KINDS, Relation};

/// The table of one set: what was right of the shown, what was found of the gold, with 95 % intervals.
pub(super) fn scores(tally: &Tally) -> String {
    let mut out = "            precision recall   F1   right/shown  gold   95 % precision  95 % recall\n".to_owned();
    for (name, counts) in rows(tally) {
        let Counts { shown, gold } = counts;
        let _ = writeln!(
            out,
            "{name:<11} {:>8} {:>7} {:>6}   {:>5}/{:<5} {:>5}   {:<14}  {}",
            figure(shown.ratio()),
            figure(gold.ratio()),
            figure(Some(counts.f1())),
            shown.part,
            shown.whole,
            gold.whole,
            interval(shown),
            interval(gold)
        );
    }
    for (name, share) in accuracies(tally) {
        let _ = writeln!(out, "{name:<11} accuracy {} of {}   {}", figure(share.ratio()), share.whole, interval(share));
    }
    out
}

/// Precision (right of shown) and recall (found of gold) of each kind under each relation.
pub(super) fn kinds(tally: &Tally) -> String {
    let mut out = format!("{:<13}", "by kind");
    for relation in Relation::ALL {
        let _ = write!(out, " {:<25}", relation.name());
    }
    out = out.trim_end().to_owned() + "\n" + &" ".repeat(13);
    out += &format!(" {:<12} {:<12}", "precision", "recall").repeat(Relation::ALL.len());
    out = out.trim_end().to_owned() + "\n";
    let unknown = tally.kinds.keys().map(|(kind, _)| kind.as_str()).filter(|kind| !KINDS.contains(kind));
    let mut names: Vec<&str> = KINDS.into_iter().chain(unknown).collect();
    names.dedup();
    for name in names {
        let cells = Relation::ALL.map(|relation| tally.kinds.get(&(name.to_owned(), relation)).copied());
        if cells.iter().all(Option::is_none) {
            continue;
        }
        let mut line = format!("{:<13}", if name.is_empty() { "(none)" } else { name });
        for counts in cells.map(Option::unwrap_or_default) {
            let _ = write!(line, " {:<12} {:<12}", cell(counts.shown), cell(counts.gold));
        }
        out = out + line.trim_end() + "\n";
    }
    out
}

/// The figures of one set for a machine.
pub(super) fn json(tally: &Tally) -> Value {
    let mut out = serde_json::Map::new();
    for (name, counts) in rows(tally) {
        let Counts { shown, gold } = counts;
        let mut row = json!({
            "precision": shown.ratio(), "recall": gold.ratio(), "f1": counts.f1(),
            "gold": gold.whole, "shown": shown.whole, "right": shown.part,
        });
        if name == Relation::Same.name() {
            row["unlisted"] = tally.unlisted.into();
        }
        out.insert(name.to_owned(), row);
    }
    for (name, share) in accuracies(tally) {
        out.insert(name.to_owned(), json!({ "accuracy": share.ratio(), "n": share.whole }));
    }
    Value::Object(out)
}

fn figure(ratio: Option<f64>) -> String {
    ratio.map_or_else(|| "   –".to_owned(), |ratio| format!("{ratio:4.2}"))
}

fn interval(share: Share) -> String {
    share.wilson().map_or_else(|| "–".to_owned(), |(low, high)| format!("{low:.2} to {high:.2}"))
}

fn cell(share: Share) -> String {
    share.ratio().map_or_else(String::new, |ratio| format!("{ratio:4.2} {}/{}", share.part, share.whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_shows_counts_and_how_sure_they_are() {
        let mut tally = Tally::default();
        let counts = Counts { shown: Share { part: 3, whole: 4 }, gold: Share { part: 3, whole: 6 } };
        tally.relations.insert(Relation::Conflict, counts);
        tally.kinds.insert(("count".to_owned(), Relation::Conflict), counts);
        let table = scores(&tally);
        assert!(
            table.contains("conflict        0.75    0.50   0.60       3/4         6   0.30 to 0.95    0.19 to 0.81\n"),
            "{table}"
        );
        assert!(
            table.contains("contested          –       –   0.00       0/0         0   –               –\n"),
            "{table}"
        );
        assert!(kinds(&tally).ends_with("count         0.75 3/4     0.50 3/6\n"), "{}", kinds(&tally));
    }
}
