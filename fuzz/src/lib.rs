//! What the fuzz targets run, and how their texts are mutated.
//!
//! [`doors`] takes the bytes of a case and holds what comes of them to the laws; [`mutate`] makes new cases that read
//! like reports. `tests/fuzz.rs` takes both files in, so that `cargo test` replays the corpus without the fuzzer.

pub mod doors;
pub mod mutate;
