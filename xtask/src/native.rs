//! The steps that need nothing but cargo: formatting, lints, native tests.

use anyhow::{Result, bail};

use crate::command::{self, Program};
use crate::steps::Outcome;
use crate::workspace::Workspace;

/// Whether every Rust file is formatted.
///
/// # Errors
/// When one is not.
pub(crate) fn formatting(workspace: &Workspace) -> Result<Outcome> {
    cargo(workspace, "formatting", &["fmt", "--all", "--check"]).run()?;
    Ok(Outcome::Passed)
}

/// Whether rustc and clippy have nothing to say.
///
/// # Errors
/// When they have.
pub(crate) fn clippy(workspace: &Workspace) -> Result<Outcome> {
    let arguments = ["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    cargo(workspace, "clippy", &arguments).run()?;
    Ok(Outcome::Passed)
}

/// The tests inside the modules of the crate and of the chores.
///
/// # Errors
/// When they do not compile.
pub(crate) fn unit_tests(workspace: &Workspace) -> Result<Outcome> {
    let arguments = ["test", "--locked", "--package", "variorum", "--package", "xtask", "--lib", "--bins"];
    run_tests(cargo(workspace, "unit tests", &arguments))
}

/// All native tests but those in the docs.
///
/// # Errors
/// When they do not compile.
pub(crate) fn native_tests(workspace: &Workspace) -> Result<Outcome> {
    // Named one by one: over the whole workspace cargo would join the features of the two wasm-bindgen programs to
    // those of everything else, and compile it all once more. Benches would be run too, unoptimised, and say nothing;
    // clippy compiles them.
    let packages = ["test", "--locked", "--no-fail-fast", "--package", "variorum", "--package", "xtask"];
    let arguments = [&packages[..], &["--lib", "--bins", "--tests", "--examples"]].concat();
    run_tests(cargo(workspace, "native tests", &arguments))
}

/// Whether changes planted in every fourth report are found, and nothing else is.
///
/// # Errors
/// When a rate lies below its floor.
pub(crate) fn planted_changes(workspace: &Workspace) -> Result<Outcome> {
    let arguments = ["run", "--locked", "--quiet", "--package", "specs", "--bin", "plant", "--", "--every", "4"];
    cargo(workspace, "planted changes", &arguments).run()?;
    Ok(Outcome::Passed)
}

/// The examples in the docs.
///
/// # Errors
/// When they do not compile.
pub(crate) fn doc_tests(workspace: &Workspace) -> Result<Outcome> {
    run_tests(cargo(workspace, "doc tests", &["test", "--locked", "--package", "variorum", "--doc"]))
}

/// Whether the docs build, with every link in them leading somewhere.
///
/// # Errors
/// When one does not.
pub(crate) fn docs(workspace: &Workspace) -> Result<Outcome> {
    cargo(workspace, "docs", &["doc", "--locked", "--package", "variorum", "--lib", "--no-deps"])
        .env("RUSTDOCFLAGS", "--deny warnings")
        .run()?;
    Ok(Outcome::Passed)
}

/// Runs a program that runs tests, and adds up what it says of them.
///
/// Failed tests are shown and counted.
///
/// # Errors
/// When the program fails otherwise, or runs no test at all.
pub(crate) fn run_tests(program: Program) -> Result<Outcome> {
    let (succeeded, output) = program.run_to_end()?;
    let (passed, failed) = count_tests(&output);
    if !succeeded {
        println!("{}", command::tail(&output));
        if failed == 0 {
            bail!("the tests did not come to their end: see above");
        }
    } else if passed == 0 {
        bail!("no test was run:\n{}", command::tail(&output));
    }
    Ok(Outcome::Tests { passed, failed })
}

fn cargo(workspace: &Workspace, name: &str, arguments: &[&str]) -> Program {
    Program::new(workspace, name, command::cargo(), arguments)
}

/// Tests passed and failed, from the closing lines of Rust's test harness (`test result: ok. 3 passed; 0 failed; …`),
/// of Playwright (`  3 passed (1.2s)`, `  1 failed`) and of Node's runner in TAP (`# pass 3`, `# fail 0`).
fn count_tests(output: &str) -> (u32, u32) {
    let (mut passed, mut failed) = (0, 0);
    for line in output.lines() {
        let line = line.trim();
        let node = |word: &str| line.strip_prefix(word)?.parse::<u32>().ok();
        passed += node("# pass ").unwrap_or(0);
        failed += node("# fail ").unwrap_or(0);
        let closing = match line.strip_prefix("test result: ") {
            Some(result) => result.split_once(". ").map_or(result, |(_, counts)| counts),
            None => line,
        };
        for part in closing.split("; ") {
            let mut words = part.split(' ');
            let Some(number) = words.next().and_then(|word| word.parse::<u32>().ok()) else { break };
            match words.next() {
                Some("passed") => passed += number,
                Some("failed") => failed += number,
                _ => {}
            }
        }
    }
    (passed, failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_harness_of_rust_is_understood() {
        let output = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\n\
                      test result: FAILED. 2 passed; 4 failed; 0 ignored\n";
        assert_eq!(count_tests(output), (5, 4));
    }

    #[test]
    fn playwright_is_understood() {
        let output = "Running 12 tests using 1 worker\n  1 failed\n    a.spec.js:3:1 › pastes\n  11 passed (3.4s)\n";
        assert_eq!(count_tests(output), (11, 1));
    }

    #[test]
    fn words_about_tests_are_no_counts() {
        assert_eq!(count_tests("12 people passed\nall passed\n3 Passed\n"), (0, 0));
    }
}
