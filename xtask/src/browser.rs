//! Finds Chromium and its driver for the tests that need a browser, or installs them.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use crate::apt;
use crate::command::advice;
use crate::steps::Outcome;
use crate::workspace::Workspace;

/// A browser and the program that steers it.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    /// Chromium, or a browser made from it.
    pub(crate) chromium: PathBuf,
    /// Its driver.
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// What `CHROMIUM` and `CHROMEDRIVER` name, or else what is found on PATH.
    pub(crate) fn find() -> Option<Self> {
        let chromium = found("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?;
        let driver = found("CHROMEDRIVER", &["chromedriver"])?;
        Some(Self { chromium, driver })
    }
}

/// Sees to it that [`Browser::find`] finds one.
///
/// # Errors
/// When there is none and none can be installed.
pub(crate) fn set_up(workspace: &Workspace) -> Result<Outcome> {
    if Browser::find().is_some() {
        return Ok(Outcome::UpToDate);
    }
    if apt::is_debian() {
        apt::install(workspace, "test browser", &["chromium".to_owned(), "chromium-driver".to_owned()])?;
    }
    if Browser::find().is_some() {
        return Ok(Outcome::Done);
    }
    Err(advice(
        "CHROMIUM and CHROMEDRIVER, `chromium` and `chromedriver` on PATH, and Debian's packages",
        "Chromium and its driver, which the tests in the browser need",
        "install both and set CHROMIUM and CHROMEDRIVER to their paths",
    ))
}

/// Firefox: what `FIREFOX` names, or else what is found on PATH or can be installed. None where there is no way to it:
/// the page is tested in Chromium all the same.
pub(crate) fn firefox(workspace: &Workspace) -> Option<PathBuf> {
    let find = || found("FIREFOX", &["firefox-esr", "firefox"]);
    find().or_else(|| {
        if apt::is_debian() {
            apt::install(workspace, "second test browser", &["firefox-esr".to_owned()]).ok()?;
        }
        find()
    })
}

fn found(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = env::var_os(variable) {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file())
}
