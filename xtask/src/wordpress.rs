//! `cargo xtask wordpress`: the plugin for WordPress as an archive that can be uploaded, and its tests in a real one.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::browser::{self, Browser};
use crate::command::{Program, advice};
use crate::native::run_tests;
use crate::stamp::{Inputs, Stamp, hash_of};
use crate::steps::{Outcome, Steps};
use crate::workspace::{self, Workspace};
use crate::{build, npm, package};

/// The archive, below the target folder.
const ARCHIVE: &str = "wordpress/variorum.zip";

/// The plugin's sources, with what puts them together.
const SOURCES: &str = "wordpress";

/// What of the page's words the plugin takes.
const LABELS: &str = "www/src/strings";

/// What the sites for the tests are made of, and by what.
const HOST: [&str; 3] =
    ["tests/wordpress/host/package-lock.json", "tests/wordpress/install.js", "tests/wordpress/versions.js"];

/// The port of that site unless `PORT` says otherwise; PHP takes the next.
const PORT: &str = "4181";

/// What `cargo xtask wordpress` can be asked for.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Try the plugin in a real WordPress, too: the newest there is.
    #[arg(long)]
    test: bool,
    /// Try it in this one in place of the newest: `6.5`, the oldest that the plugin promises.
    #[arg(long, value_name = "VERSION", requires = "test", value_parser = ["beta", "6.5"])]
    version: Option<String>,
}

/// Builds the archive, and tests it where that is asked for.
///
/// # Errors
/// When a step fails.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let steps = Steps::start();
    build::build_packages(workspace, &steps)?;
    steps.run("WordPress plugin", || build_plugin(workspace))?;
    if options.test {
        steps.run("WordPress", || install(workspace))?;
        steps.run("test browser", || browser::set_up(workspace))?;
        steps.run("plugin in WordPress", || test(workspace, options.version.as_deref()))?;
    }
    println!("  {} can be uploaded to a WordPress", archive(workspace).display());
    Ok(())
}

/// Puts the archive together from `wordpress/` and the npm package, which has to be there.
///
/// # Errors
/// When a translation lacks a message, or a file is missing.
pub(crate) fn build_plugin(workspace: &Workspace) -> Result<Outcome> {
    let packed = workspace.path(package::FOLDER);
    let archive = archive(workspace);
    let inputs = Inputs::default()
        .path(&workspace.path(SOURCES))?
        .path(&workspace.path(LABELS))?
        .path(&workspace.path(CREDITS))?
        .path(&workspace.path("package-lock.json"))?
        .path(&packed)?;
    let stamp = Stamp::new(workspace, "WordPress plugin", inputs, vec![archive.clone()]);
    if stamp.is_fresh() {
        return Ok(Outcome::UpToDate);
    }
    let script = workspace.path(SOURCES).join("build/plugin.mjs");
    Program::new(workspace, "WordPress plugin", "node", [script, packed, archive]).run()?;
    stamp.record()?;
    Ok(Outcome::Done)
}

/// Who made what the package holds.
const CREDITS: &str = "www/public/credits.txt";

/// Installs the WordPress of the tests, once for a user: it is large, and serves every checkout.
///
/// # Errors
/// When npm does not reach its registry.
pub(crate) fn install(workspace: &Workspace) -> Result<Outcome> {
    let folder = host(workspace)?;
    if folder.is_dir() {
        return Ok(Outcome::UpToDate);
    }
    let script = workspace.path("tests/wordpress/install.js");
    Program::new(workspace, "WordPress", "node", [script, folder]).run().map_err(|error| {
        advice(
            &format!("`npm ci` in tests/wordpress/host\n{error:#}"),
            "a WordPress with PHP, as npm packages, for the tests of the plugin",
            "check that npm reaches its registry (`npm ping`), then this command again",
        )
    })?;
    Ok(Outcome::Done)
}

/// The plugin in a real WordPress, the newest unless a version is named, in Chromium: uploaded, used as an editor does,
/// read as a visitor.
///
/// # Errors
/// When the site does not start or no browser is there.
pub(crate) fn test(workspace: &Workspace, version: Option<&str>) -> Result<Outcome> {
    let Some(browser) = Browser::find() else { bail!("the browser is gone") };
    let port = std::env::var("PORT").unwrap_or_else(|_| PORT.to_owned());
    let arguments = ["test", "--config", "tests/wordpress/playwright.config.js"];
    let mut program = npm::program(workspace, "plugin in WordPress", "playwright", &arguments)
        .env("CHROMIUM", browser.chromium)
        .env("CI", "1")
        .env("WORDPRESS", host(workspace)?)
        .env("SCRATCH", workspace.scratch("wordpress"))
        .env("PLUGIN", archive(workspace))
        .env("PORT", port);
    if let Some(version) = version {
        program = program.env("WORDPRESS_VERSION", version);
    }
    run_tests(program)
}

fn archive(workspace: &Workspace) -> PathBuf {
    workspace.target_dir().join(ARCHIVE)
}

/// Where the WordPress of the tests lies: a folder for each list of packages and way to install them.
fn host(workspace: &Workspace) -> Result<PathBuf> {
    let made_of = HOST.map(|path| workspace.path(path));
    let hash = hash_of(&[&made_of[0], &made_of[1], &made_of[2]])?;
    Ok(workspace::user_cache()?.join(format!("wordpress-{}", &hash[..12])))
}
