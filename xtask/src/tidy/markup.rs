//! No string of somebody else's becomes markup or script in the page.

use std::cell::Cell;

/// What turns a string into markup or script, or lets a page do so.
const DOORS: &[&str] = &[
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTML",
    "document.write",
    "createContextualFragment",
    "parseFromString",
    "unsafeHTML",
    "unsafeSVG",
    "unsafeMathML",
    "unsafeStatic",
    "srcdoc",
    "eval(",
    "new Function",
    "createPolicy",
    "unsafe-inline",
    "'unsafe-eval'",
    "javascript:",
];

/// Where one of these may stand.
struct Exception {
    file: &'static str,
    door: &'static str,
    /// What makes it harmless, for whoever reads the list.
    #[allow(dead_code)]
    reason: &'static str,
}

const fn exception(file: &'static str, door: &'static str, reason: &'static str) -> Exception {
    Exception { file, door, reason }
}

/// All of them. One that is not needed any more is told of as well.
const EXCEPTIONS: &[Exception] = &[
    exception(
        "www/src/doors/inert.js",
        "parseFromString",
        "of what has been made inert, into a document without a window",
    ),
    exception("www/src/doors/inert.js", "createPolicy", "the policy for that"),
    exception("www/src/doors/inert.js", "srcdoc", "an attribute that is taken away"),
    exception("www/src/doors/page.js", "innerHTML", "a property put in place of the browser's, which keeps nodes"),
    exception("www/src/embed/given.js", "outerHTML", "is read, of the page's own element"),
    exception("www/src/exports/inline.js", "innerHTML", "is read, of a document made of text nodes"),
    exception("www/src/exports/inline.js", "outerHTML", "is read, of an element without children"),
    exception("www/src/exports/snippet.js", "outerHTML", "is read, of an element made of text nodes"),
    exception("www/src/trusted.js", "createPolicy", "lets workers start from the page's own origin"),
];

/// Looks through files one after another.
#[derive(Debug, Default)]
pub(super) struct Markup {
    /// For each exception whether it was met.
    met: [Cell<bool>; EXCEPTIONS.len()],
}

impl Markup {
    /// What stands in a file of the page's without leave. Comments are not looked at.
    pub(super) fn complaints(&self, name: &str, text: &str) -> Vec<String> {
        if !(name.starts_with("www/") || name.starts_with("wordpress/")) {
            return Vec::new();
        }
        let mut complaints = Vec::new();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !is_comment(line)) {
            for door in DOORS.iter().filter(|door| line.contains(**door)) {
                match EXCEPTIONS.iter().position(|exception| exception.file == name && exception.door == *door) {
                    Some(at) => self.met[at].set(true),
                    None => complaints.push(format!(
                        "line {}: \"{door}\" makes markup or script of a string: set text, or see xtask/src/tidy/markup.rs",
                        index + 1
                    )),
                }
            }
        }
        complaints
    }

    /// Exceptions that no file made use of.
    pub(super) fn unmet(&self) -> Vec<String> {
        EXCEPTIONS
            .iter()
            .zip(&self.met)
            .filter(|(_, met)| !met.get())
            .map(|(Exception { file, door, .. }, _)| format!("{file}: needs no exception for \"{door}\" any more"))
            .collect()
    }
}

fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    ["//", "*", "/*"].iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_door_is_watched() {
        let markup = Markup::default();
        for door in DOORS {
            assert_eq!(markup.complaints("www/src/a.js", &format!("x.{door} = y;\n")).len(), 1, "{door}");
        }
        assert!(markup.complaints("www/src/a.js", "  // innerHTML\n   * eval(\nx.textContent = y;\n").is_empty());
        assert!(markup.complaints("tests/e2e/a.js", "x.innerHTML = y;\n").is_empty());
    }

    #[test]
    fn an_exception_holds_in_its_file_alone_and_is_to_be_used() {
        let markup = Markup::default();
        assert_eq!(markup.unmet().len(), EXCEPTIONS.len());
        let Exception { file, door, .. } = EXCEPTIONS[0];
        assert!(markup.complaints(file, &format!("a.{door}(b)")).is_empty());
        assert_eq!(markup.complaints("www/src/other.js", &format!("a.{door}(b)")).len(), 1);
        assert_eq!(markup.unmet().len(), EXCEPTIONS.len() - 1);
    }
}
