//! The door to JavaScript; the only module that knows it.
