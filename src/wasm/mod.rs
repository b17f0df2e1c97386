//! The door to JavaScript; the only module that knows it.
//!
//! Values cross as plain objects in the shape of [`crate::report`], whose TypeScript declarations are generated from
//! the same definitions. `JSON.stringify` of a report gives the bytes that the command line prints.

#[cfg(target_arch = "wasm32")]
pub mod api;
#[cfg(target_arch = "wasm32")]
pub mod error;
mod json;
#[cfg(target_arch = "wasm32")]
mod request;
