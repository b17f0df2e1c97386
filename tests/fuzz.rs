//! The corpus of the fuzz targets, once through: what has ever been found stays mended.
//!
//! The functions are those that the fuzzer runs (`fuzz/src/doors.rs`); only the mutations need its compiler.
#![cfg(not(target_arch = "wasm32"))]

use std::{fs, path::PathBuf};

// They are public for the targets.
#[path = "../fuzz/src/doors.rs"]
#[allow(unreachable_pub)]
mod doors;
#[path = "../fuzz/src/mutate.rs"]
#[allow(unreachable_pub)]
mod mutate;

/// The cases of a target, in the order of their names.
fn cases(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(path).expect("a case can be read"))).collect()
}

/// Runs a target on its corpus.
#[track_caller]
fn replay(target: &str, door: fn(&[u8])) {
    let cases = cases(target);
    assert!(cases.len() >= 10, "{target} has {} cases", cases.len());
    for (path, data) in cases {
        println!("{}", path.display()); // shown where it fails
        door(&data);
    }
}

#[test]
fn requests() {
    replay("request", doors::request);
}

#[test]
fn texts_are_ingested() {
    replay("ingest", doors::ingest);
}

#[test]
fn facts_are_read() {
    replay("facts", doors::facts);
}

#[test]
fn texts_are_compared() {
    replay("compare", doors::compare_texts);
}

#[test]
fn articles_beside_themselves() {
    replay("itself", doors::itself);
}

#[test]
fn diffs() {
    replay("diff", doors::diff);
}

#[test]
fn files_are_imported() {
    replay("import", doors::import);
}

/// The fuzzer repeats a case by its seed, and its buffers have an end.
#[test]
fn mutations_are_repeatable_and_keep_to_their_room() {
    let own = |_: &mut [u8], size: usize, _: usize| size;
    let (mut changed, mut seen) = (0, 0);
    for (_, case) in cases("compare").into_iter().take(5) {
        for seed in 0..200 {
            let run = || {
                let mut data = case.clone();
                data.resize(case.len() + 200, 0);
                let room = data.len();
                let size = mutate::mutate(&mut data, case.len(), room, seed, own);
                data.truncate(size);
                data
            };
            let new = run();
            assert_eq!(new, run());
            assert!(new.len() <= case.len() + 200);
            seen += 1;
            changed += usize::from(new != case);
        }
    }
    assert!(changed * 3 > seen, "{changed} of {seen} cases were changed");
}
