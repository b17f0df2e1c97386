//! What aligned texts show when they are laid beside each other.

pub mod wording;
