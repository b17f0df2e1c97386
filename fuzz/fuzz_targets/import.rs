//! Files of others as articles, and annotations as marks.
#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use variorum_fuzz::{doors, mutate};

fuzz_target!(|data: &[u8]| doors::import(data));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate::mutate(data, size, max_size, seed, libfuzzer_sys::fuzzer_mutate)
});
