//! Debian's packages: what is on offer, and installing it.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;

use crate::command::{self, Program, advice};
use crate::steps::Outcome;
use crate::workspace::Workspace;

/// Whether this is a machine with Debian's package tools.
pub(crate) fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists() && Path::new("/usr/bin/apt-get").exists()
}

/// What `apt-cache depends` says of a package; the lists are fetched first when they are missing.
pub(crate) fn depends(package: &str) -> Option<String> {
    let ask = || command::answer("apt-cache", &["depends", "--no-recommends", package]).filter(|text| !text.is_empty());
    ask().or_else(|| {
        let root = become_root()?;
        let update: Vec<&str> = root.iter().map(String::as_str).chain(["apt-get", "update"]).collect();
        command::answer("env", &update)?;
        ask()
    })
}

/// Installs packages, and nothing that they only recommend.
///
/// Nothing is ever removed for them: Debian's `rustc-web` would otherwise push out a `rustc` that somebody chose.
///
/// # Errors
/// When this user may not install packages, or apt-get fails.
pub(crate) fn install(workspace: &Workspace, what: &str, packages: &[String]) -> Result<Outcome> {
    let command = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    let Some(root) = become_root() else {
        return Err(advice(
            &format!("to install the {what} as this user"),
            "the right to install packages (neither root nor sudo without a password)",
            &format!("`sudo {command}`, then this command again"),
        ));
    };
    // Two threads may want packages at once, and apt-get refuses the second.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let run = |name: &str, arguments: &[&str]| {
        let all = root.iter().map(String::as_str).chain(["apt-get"]).chain(arguments.iter().copied());
        let all: Vec<&str> = all.collect();
        // `env` is the program, so that the variable reaches apt-get through sudo as well.
        Program::new(workspace, name, "env", all).run()
    };
    let mut arguments = vec!["install", "--yes", "--quiet", "--no-remove", "--no-install-recommends"];
    arguments.extend(packages.iter().map(String::as_str));
    // A first failure is most often a list of packages that is missing or names versions long gone.
    if run("apt-get install", &arguments).is_err() {
        run("apt-get update", &["update", "--quiet"]).and_then(|_| run("apt-get install", &arguments)).map_err(
            |error| {
                advice(
                    &format!("`{command}`, and again after `apt-get update`\n{error:#}"),
                    &format!("the Debian packages of the {what}"),
                    "look at the log above; a machine without Debian's archive needs another way (see README.md)",
                )
            },
        )?;
    }
    Ok(Outcome::Done)
}

/// What `env` must be given before `apt-get` for it to run as root without questions; `None` when it cannot.
fn become_root() -> Option<Vec<String>> {
    let environment = "DEBIAN_FRONTEND=noninteractive".to_owned();
    if command::answer("id", &["-u"])? == "0" {
        return Some(vec![environment]);
    }
    command::answer("sudo", &["--non-interactive", "true"])?;
    Some(["sudo", "--non-interactive", "env"].into_iter().map(str::to_owned).chain([environment]).collect())
}
