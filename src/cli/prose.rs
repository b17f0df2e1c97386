//! Text that is made safe for a terminal, wrapped, and marked under its words.

use std::fmt::Write as _;

use anstyle::Style;
use unicode_width::UnicodeWidthChar;

/// Running text of which some words are marked.
///
/// Blanks and line ends become single blanks. What would steer the terminal is replaced, since articles are foreign
/// text: an escape sequence in one must not colour, move or hide anything.
#[derive(Debug, Clone, Default)]
pub(super) struct Prose {
    /// Each character, and whether it is marked.
    characters: Vec<(char, bool)>,
}

/// How the marked words are shown: in a style, and with a line drawn under them by a character.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) style: Style,
    pub(super) line: Option<char>,
}

impl Prose {
    pub(super) fn new(text: &str) -> Self {
        let mut prose = Self::default();
        prose.push(text, false);
        prose
    }

    /// Adds text at the end.
    pub(super) fn push(&mut self, text: &str, is_marked: bool) {
        for character in text.chars() {
            if character.is_whitespace() {
                match self.characters.last_mut() {
                    None => {}
                    // A blank at the border of a mark belongs to neither side.
                    Some((' ', before)) => *before &= is_marked,
                    Some(_) => self.characters.push((' ', is_marked)),
                }
            } else if character.is_control() {
                self.characters.push((char::REPLACEMENT_CHARACTER, is_marked));
            } else if !is_bidi_control(character) {
                self.characters.push((character, is_marked));
            }
        }
    }

    /// Writes the text in lines of at most `columns`, the first behind `first` and the others behind `rest`, each
    /// line with marked words followed by the line under them.
    pub(super) fn write(&self, out: &mut String, first: &str, rest: &str, columns: usize, mark: Mark) {
        let columns = columns.saturating_sub(display_width(first).max(display_width(rest))).max(1);
        for (n, line) in self.lines(columns).into_iter().enumerate() {
            let indent = if n == 0 { first } else { rest };
            out.push_str(indent);
            write_line(out, line, mark.style);
            if let Some(under) = mark.line.and_then(|drawn| under_line(line, drawn)) {
                let blank = display_width(rest) + under.len() - under.trim_start().len();
                let _ = writeln!(out, "{:blank$}{}{}{:#}", "", mark.style, under.trim_start(), mark.style);
            }
        }
    }

    /// Breaks the text at blanks; a word that is wider than a line is broken where the line ends.
    fn lines(&self, columns: usize) -> Vec<&[(char, bool)]> {
        let characters = self.characters.as_slice();
        let end = characters.iter().rposition(|(character, _)| *character != ' ').map_or(0, |last| last + 1);
        let (mut lines, mut start) = (Vec::new(), 0);
        while start < end {
            let (mut width, mut at, mut blank) = (0, start, None);
            while at < end {
                let (character, _) = characters[at];
                width += character.width().unwrap_or(0);
                if character == ' ' {
                    blank = Some(at);
                }
                if width > columns && at > start {
                    break;
                }
                at += 1;
            }
            let stop = if at == end { end } else { blank.filter(|blank| *blank > start).unwrap_or(at) };
            lines.push(&characters[start..stop]);
            start = stop + usize::from(characters.get(stop).is_some_and(|(character, _)| *character == ' '));
        }
        lines
    }
}

/// The line under the marked words of a line; `None` when none is marked.
fn under_line(line: &[(char, bool)], drawn: char) -> Option<String> {
    let shown = |(character, is_marked): &(char, bool)| {
        std::iter::repeat_n(if *is_marked { drawn } else { ' ' }, character.width().unwrap_or(0))
    };
    let under: String = line.iter().flat_map(shown).collect();
    let under = under.trim_end();
    (!under.is_empty()).then(|| under.to_owned())
}

fn write_line(out: &mut String, line: &[(char, bool)], style: Style) {
    let mut is_styled = false;
    for (character, is_marked) in line {
        if *is_marked != is_styled {
            let _ = if *is_marked { write!(out, "{style}") } else { write!(out, "{style:#}") };
            is_styled = *is_marked;
        }
        out.push(*character);
    }
    if is_styled {
        let _ = write!(out, "{style:#}");
    }
    out.push('\n');
}

/// The columns that a text takes on a terminal, escape sequences of styles left out.
pub(super) fn display_width(text: &str) -> usize {
    anstream::adapter::strip_str(text).to_string().chars().filter_map(UnicodeWidthChar::width).sum()
}

/// The characters that embed, override or isolate a direction of writing and could reorder what stands around them.
const fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: Mark = Mark { style: Style::new(), line: Some('━') };

    /// The text on one line.
    fn flat(prose: &Prose) -> String {
        let text: String = prose.characters.iter().map(|(character, _)| *character).collect();
        text.trim_end().to_owned()
    }

    fn written(prose: &Prose, columns: usize) -> String {
        let mut out = String::new();
        prose.write(&mut out, "A  ", "   ", columns, MARK);
        out
    }

    #[test]
    fn a_mark_stands_under_its_words() {
        let mut prose = Prose::new("The fire hurt ");
        prose.push("twelve people", true);
        prose.push(" on  Monday.", false);
        assert_eq!(
            written(&prose, 25),
            "A  The fire hurt twelve\n                 ━━━━━━\n   people on Monday.\n   ━━━━━━\n"
        );
    }

    #[test]
    fn wide_characters_take_two_columns() {
        let mut prose = Prose::new("死者 ");
        prose.push("十二人", true);
        assert_eq!(written(&prose, 80), "A  死者 十二人\n        ━━━━━━\n");
        assert_eq!(written(&prose, 7), "A  死者\n   十二\n   ━━━━\n   人\n   ━━\n");
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let prose = Prose::new("Donaudampfschifffahrtsgesellschaft says that it is so");
        for columns in 4..40 {
            let out = written(&prose, columns);
            assert!(out.lines().all(|line| display_width(line) <= columns), "{columns}: {out}");
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(letters(&out), format!("A{}", letters(&flat(&prose))));
        }
    }

    #[test]
    fn foreign_text_cannot_steer_the_terminal() {
        let prose = Prose::new(" \u{1b}[31mred\u{7}\u{9b}2J \u{202e}desrever\u{2069}\r\n\tend ");
        assert_eq!(flat(&prose), "�[31mred��2J desrever end");
    }
}
