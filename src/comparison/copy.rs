//! Whether articles that agree do so in the words of one text.

use super::findings::{Finding, Grouped};
use crate::{
    alignment::{Reading, shared::SharedRun},
    article::Part,
};

/// Whether the articles of some group of readings all have them in words that they share, so that they count once.
///
/// Two articles hang together by a run that holds a reading of each, and the group by such pairs. Headlines are each
/// desk's own and may repeat the number; any other reading outside shared copy is the article's own.
#[must_use]
pub fn is_shared(finding: &Finding, readings: &[Reading<'_>], runs: &[SharedRun]) -> bool {
    let last = finding.readings.iter().map(|reading| reading.group).max().unwrap_or(0);
    (0..=last).any(|group| {
        let members: Vec<&Grouped> = finding.readings.iter().filter(|reading| reading.group == group).collect();
        let holds = |run: &SharedRun, member: &Grouped| {
            let words = &readings[member.article].facts.mentions[member.mention].mention.tokens;
            let of = |place: &crate::alignment::shared::SharedPlace| {
                place.article == member.article && place.tokens.start <= words.start && words.end <= place.tokens.end
            };
            run.places.iter().any(of)
        };
        let is_title = |member: &Grouped| {
            let reading = &readings[member.article];
            let sentence = reading.facts.mentions[member.mention].sentence;
            matches!(reading.document.sentences[sentence].part, Part::Headline | Part::Dek)
        };
        let mut articles: Vec<usize> = members.iter().map(|member| member.article).collect();
        articles.dedup();
        if articles.len() < 2
            || !members.iter().all(|member| is_title(member) || runs.iter().any(|run| holds(run, member)))
        {
            return false;
        }
        let met: Vec<Vec<usize>> = runs
            .iter()
            .map(|run| members.iter().filter(|member| holds(run, member)).map(|member| member.article).collect())
            .filter(|met: &Vec<usize>| met.len() > 1)
            .collect();
        let mut joined: Vec<usize> = articles.iter().take(1).copied().collect();
        while let Some(more) = met.iter().find_map(|met| {
            let hangs = met.iter().any(|article| joined.contains(article));
            met.iter().copied().find(|article| hangs && !joined.contains(article))
        }) {
            joined.push(more);
        }
        joined.len() == articles.len()
    })
}
