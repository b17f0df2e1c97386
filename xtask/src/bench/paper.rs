//! Tables in papers: what stands between two marks is written anew, and all else is left alone.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Puts each text between the marks of its name; an empty one leaves what stands there.
///
/// # Errors
/// When a mark is missing, or the paper cannot be read or written.
pub(super) fn write(path: &Path, sections: &[(&str, String)]) -> Result<()> {
    let mut paper = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    for (name, text) in sections.iter().filter(|(_, text)| !text.is_empty()) {
        paper = replaced(&paper, name, text)
            .with_context(|| format!("{} has no marks {} … {CLOSING}", path.display(), opening(name)))?;
    }
    fs::write(path, paper).with_context(|| format!("writing {}", path.display()))
}

fn opening(name: &str) -> String {
    format!("<!-- bench: {name} -->")
}

const CLOSING: &str = "<!-- /bench -->";

fn replaced(paper: &str, name: &str, text: &str) -> Option<String> {
    let opening = opening(name);
    let from = paper.find(&opening)? + opening.len();
    let to = from + paper[from..].find(CLOSING)?;
    Some(format!("{}\n{}\n{}", &paper[..from], text.trim_end(), &paper[to..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_is_new() {
        let paper = "before\n<!-- bench: a -->\nold\n<!-- /bench -->\nbetween\n<!-- bench: b -->\n<!-- /bench -->\n";
        let once = replaced(paper, "a", "| new |\n").unwrap();
        assert_eq!(once, paper.replace("old", "| new |"));
        assert_eq!(replaced(&once, "a", "| new |\n").unwrap(), once);
        assert!(replaced(&once, "b", "x").unwrap().ends_with("<!-- bench: b -->\nx\n<!-- /bench -->\n"));
        assert_eq!(replaced(paper, "c", "x"), None);
    }
}
