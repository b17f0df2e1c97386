//! The door to JavaScript; the only module that knows it.
//!
//! Values cross as plain objects in the shape of [`crate::report`], whose TypeScript declarations are generated from
//! the same definitions. `JSON.stringify` of a report gives the bytes that the command line prints.

pub mod api;
pub mod error;
mod request;
