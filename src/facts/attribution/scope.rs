//! How far a speaker's words reach.

use super::Attribution;
use crate::language::Document;

/// Ends what stands behind one speaker of a sentence where the next one begins.
pub(super) fn part(document: &Document<'_>, found: &mut [Attribution]) {
    let starts: Vec<usize> = found.iter().map(|said| said.speaker.start.min(said.cue.start)).collect();
    for attribution in found {
        let next = starts.iter().copied().filter(|&start| start > attribution.cue.end).min();
        if let Some(next) = next.filter(|&next| next < attribution.content.end)
            && is_new_clause(document, attribution.cue.end, next)
        {
            attribution.content.end = next.max(attribution.content.start);
        }
    }
}

/// Whether a mark or a conjunction parts what was said from the next speaker.
fn is_new_clause(document: &Document<'_>, from: usize, next: usize) -> bool {
    (from..next).rev().take(3).any(|at| document.parts_clauses(at))
}

/// Widens what a speaker answers for to the whole of a quotation that it begins, ends or stands beside, over the
/// sentences and paragraphs that it takes. A quotation that follows in the same paragraph, with no speaker in its
/// own sentence, goes on with the last one's words.
pub(super) fn widen(document: &Document<'_>, found: &mut [Attribution]) {
    let quotations = &document.quotations;
    // How far the quotations up to each one reach, as one inside another ends before it.
    let mut furthest = 0;
    let reaches: Vec<usize> = quotations
        .iter()
        .map(|quoted| {
            furthest = quoted.tokens.end.max(furthest);
            furthest
        })
        .collect();
    for index in 0..found.len() {
        let cue = found[index].cue.start;
        let Some(sentence) = document.sentence_at(cue) else { continue };
        let mut content = found[index].content.clone();
        let first = reaches.partition_point(|&end| end <= content.start);
        for (at, quoted) in quotations.iter().enumerate().skip(first) {
            let last = content.end.max(document.sentences[sentence].tokens.end);
            if quoted.tokens.start > last + 2 {
                break;
            }
            let inside = quoted.tokens.start < content.end && content.start < quoted.tokens.end;
            // "“We ran. Nobody knew,” she said": the sentences before belong to the quotation.
            if inside && !quoted.tokens.contains(&cue) {
                content.start = content.start.min(quoted.tokens.start);
                content.end = content.end.max(quoted.tokens.end);
                continue;
            }
            let follows = at > 0 && quoted.tokens.start >= content.end;
            let next_cue = found.get(index + 1).map_or(usize::MAX, |next| next.speaker.start.min(next.cue.start));
            let Some(own) = document.sentence_at(quoted.tokens.start) else { continue };
            let same_paragraph = document.sentences[own].paragraph == document.sentences[sentence].paragraph;
            let whole = own == sentence || document.sentences[own].tokens.start + 1 >= quoted.tokens.start;
            let is_free = next_cue >= quoted.tokens.end && (own != sentence || quoted.goes_on);
            // The next speaker may stand right behind the quotation, in its last sentence.
            let taken = found.get(index + 1).is_some_and(|next| {
                document.sentence_at(quoted.tokens.end - 1) == document.sentence_at(next.cue.start)
            });
            if follows && is_free && whole && !taken && (same_paragraph || quoted.goes_on) {
                content.end = quoted.tokens.end;
            }
        }
        found[index].content = content;
    }
}
