//! How strongly a value is stated.
//!
//! The nearest word of doubt or denial in the value's clause decides, then whether somebody is named for it: the
//! order of Saurí and Pustejovsky's (2009) factuality scale, cut to the five steps that a reader tells apart.

use super::{Certainty, Mention, frame::Frame};
use crate::language::{Document, lexicon::Class};

/// The certainty of a value in its clause.
#[must_use]
pub fn of(document: &Document<'_>, mention: &Mention, frame: &Frame, is_attributed: bool) -> Certainty {
    let clause = frame.clause.clone().filter(|at| !mention.tokens.contains(at));
    let mut certainty = if is_attributed { Certainty::Attributed } else { Certainty::Stated };
    for at in clause {
        if document.is(at, Class::Negation) {
            return Certainty::Denied;
        }
        if document.phrase(at, Class::Hedge).is_some() {
            certainty = certainty.max(Certainty::Hedged);
        }
    }
    certainty
}
