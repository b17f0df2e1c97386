//! Laws that hold for every text, tried on the project's own examples, on texts made up by rule, and on noise.
//!
//! [`laws`] states them as plain functions over a request; the other files choose what they are tried on. A law
//! that the engine breaks is never softened here: it stays, and the breach is asserted beside it under a `FIXME`.
#![cfg(not(target_arch = "wasm32"))]

mod corpus;
mod diff;
mod disturb;
mod edits;
mod language;
mod laws;
mod noise;
mod order;
mod requests;
mod spans;
