//! Requests and reports in the forms of others: what a newsroom's other programs read, and what they write.
//!
//! Native only: the page makes the same forms in JavaScript (`www/package/exchange.js`, `www/src/exports`), where they
//! cost the first visit nothing. `tests/exchange` holds what both must give.

pub mod annotation;
mod characters;
pub mod fragment;
mod identity;
pub mod import;
pub mod keys;
pub mod marks;
pub mod opening;
pub mod schema;
pub mod schema_org;
mod source;
pub mod table;
