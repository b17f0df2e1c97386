//! What two reports tell alike, behind which a sentence of each is compared.

use crate::pair::report_on;
use variorum::report::{Kind, Relation, Report};

/// The text that both reports begin with, so that they are of one story.
pub(crate) struct Scene(pub(crate) &'static str);

impl Scene {
    /// The report on two reports that end with these sentences.
    #[track_caller]
    pub(crate) fn report(&self, left: &str, right: &str) -> Report {
        report_on(&format!("{}{left}", self.0), &format!("{}{right}", self.0))
    }

    /// The relations of the findings of a kind between reports that end with these sentences.
    #[track_caller]
    pub(crate) fn relations(&self, kind: Kind, left: &str, right: &str) -> Vec<Relation> {
        let report = self.report(left, right);
        report.findings.iter().filter(|finding| finding.kind == kind).map(|finding| finding.relation).collect()
    }

    /// The sentences stand to each other in this relation, in either order.
    #[track_caller]
    pub(crate) fn relate(&self, kind: Kind, relation: Relation, left: &str, right: &str) {
        assert!(self.relations(kind, left, right).contains(&relation), "{left} / {right}");
        assert!(self.relations(kind, right, left).contains(&relation), "{right} / {left}");
    }

    /// The sentences exclude each other, in either order.
    #[track_caller]
    pub(crate) fn differ(&self, kind: Kind, left: &str, right: &str) {
        self.relate(kind, Relation::Conflict, left, right);
    }

    /// The sentences do not exclude each other.
    #[track_caller]
    pub(crate) fn agree(&self, kind: Kind, left: &str, right: &str) {
        assert!(!self.relations(kind, left, right).contains(&Relation::Conflict), "{left} / {right}");
    }
}
