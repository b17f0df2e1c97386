//! Runs the steps of a chore: names each, times it, remembers how it ended.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How a step ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Something was made.
    Done,
    /// Nothing had changed since it was made.
    UpToDate,
    /// What it needs is not to be had here, and nothing hangs on it.
    LeftOut,
    /// A check that counts as one test.
    Passed,
    /// It ran tests.
    Tests {
        /// Tests that passed.
        passed: u32,
        /// Tests that failed; the step failed when there is one.
        failed: u32,
    },
}

/// A step that ended.
#[derive(Debug)]
struct Record {
    name: String,
    took: Duration,
    /// What it came to, or nothing when it could not be carried through.
    outcome: Option<Outcome>,
}

impl Record {
    /// Tests passed and failed; a step that could not be carried through counts as one that failed.
    fn counts(&self) -> (u32, u32) {
        match self.outcome {
            Some(Outcome::Tests { passed, failed }) => (passed, failed),
            Some(Outcome::Done | Outcome::UpToDate | Outcome::LeftOut) => (0, 0),
            Some(Outcome::Passed) => (1, 0),
            None => (0, 1),
        }
    }

    fn word(&self) -> String {
        match self.outcome {
            Some(Outcome::Done) => "done".to_owned(),
            Some(Outcome::UpToDate) => "up to date".to_owned(),
            Some(Outcome::LeftOut) => "left out: not to be had here".to_owned(),
            Some(Outcome::Passed) => "passed".to_owned(),
            Some(Outcome::Tests { passed, failed: 0 }) => format!("{passed} passed"),
            Some(Outcome::Tests { passed, failed }) => format!("{failed} FAILED, {passed} passed"),
            None => "FAILED".to_owned(),
        }
    }
}

/// The steps of one chore; several threads may run steps at once.
#[derive(Debug)]
pub(crate) struct Steps {
    started: Instant,
    ended: Mutex<Vec<Record>>,
}

impl Steps {
    /// Starts the clock of the chore.
    pub(crate) fn start() -> Self {
        Self { started: Instant::now(), ended: Mutex::new(Vec::new()) }
    }

    /// Runs one step and says how it ended.
    ///
    /// # Errors
    /// When the step fails; its message has been shown by then, so that the caller may go on with other steps.
    pub(crate) fn run(&self, name: &str, step: impl FnOnce() -> Result<Outcome>) -> Result<()> {
        println!("  …  {name}");
        let from = Instant::now();
        let result = step();
        let record = Record { name: name.to_owned(), took: from.elapsed(), outcome: result.as_ref().ok().copied() };
        let (sign, failed) = if record.counts().1 == 0 { ("✓", false) } else { ("✗", true) };
        println!("  {sign}  {name:<28} {:>7.1} s  {}", record.took.as_secs_f32(), record.word());
        if let Err(error) = &result {
            println!("{}", indent(&format!("{error:#}")));
        }
        self.ended.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(record);
        if failed {
            bail!("{name} failed")
        }
        Ok(())
    }

    /// The time since the chore started.
    pub(crate) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Prints every step with its time, and as the last line `N passed, N failed`.
    ///
    /// # Errors
    /// When anything failed.
    pub(crate) fn summarise(&self) -> Result<()> {
        let records = self.ended.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        println!("\n  {:<28} {:>9}  result", "step", "time");
        for record in records.iter() {
            println!("  {:<28} {:>7.1} s  {}", record.name, record.took.as_secs_f32(), record.word());
        }
        println!("  {:<28} {:>7.1} s\n", "all", self.elapsed().as_secs_f32());
        let (passed, failed) = totals(&records);
        println!("{passed} passed, {failed} failed");
        if failed > 0 {
            return Err(Failed.into());
        }
        Ok(())
    }
}

/// The chore failed and has said so already.
#[derive(Debug)]
pub(crate) struct Failed;

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a step failed")
    }
}

impl std::error::Error for Failed {}

fn totals(records: &[Record]) -> (u32, u32) {
    records.iter().map(Record::counts).fold((0, 0), |(passed, failed), (p, f)| (passed + p, failed + f))
}

fn indent(message: &str) -> String {
    message.lines().map(|line| format!("     {line}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn tests_and_steps_add_up() {
        let steps = Steps::start();
        steps.run("npm packages", || Ok(Outcome::Done)).unwrap();
        steps.run("formatting", || Ok(Outcome::Passed)).unwrap();
        steps.run("native tests", || Ok(Outcome::Tests { passed: 7, failed: 0 })).unwrap();
        assert!(steps.run("browser tests", || Ok(Outcome::Tests { passed: 2, failed: 1 })).is_err());
        assert!(steps.run("types", || Err(anyhow!("no"))).is_err());
        assert_eq!(totals(&steps.ended.lock().unwrap()), (10, 2));
        assert!(steps.summarise().is_err());
    }
}
