//! `cargo xtask test`: everything that must hold, from a bare machine.

use std::{env, thread};

use anyhow::{Result, anyhow, bail};

use crate::browser::{self, Browser};
use crate::command::{self, Program};
use crate::native::run_tests;
use crate::stamp::{Inputs, Stamp};
use crate::steps::{Outcome, Steps};
use crate::toolchain::{self, TARGET};
use crate::workspace::Workspace;
use crate::{build, dependencies, native, npm, parity, serve, size, spark, tidy, wordpress};

/// Sets up, checks and tests everything; goes on after a failure.
///
/// # Errors
/// When anything failed.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let steps = Steps::start();
    // What a step returns is dropped here and below: it has shown its failure, and the summary counts it.
    let _ = steps.run("formatting", || native::formatting(workspace));
    let _ = steps.run("house rules", || tidy::check(workspace));
    let _ = steps.run("dependencies", || dependencies::check(workspace));

    // The browser and WordPress come over the network, the build is mostly waiting for compilers.
    let (built, browser, site) = thread::scope(|scope| {
        let browser = scope.spawn(|| steps.run("test browser", || browser::set_up(workspace)).is_ok());
        let site = scope.spawn(|| steps.run("WordPress", || wordpress::install(workspace)).is_ok());
        let built = build::build(workspace, &steps).is_ok();
        (built, browser.join().unwrap_or(false), site.join().unwrap_or(false))
    });

    let _ = steps.run("clippy", || native::clippy(workspace));
    let _ = steps.run("native tests", || native::native_tests(workspace));
    let _ = steps.run("planted changes", || native::planted_changes(workspace));
    let _ = steps.run("doc tests", || native::doc_tests(workspace));
    let _ = steps.run("docs", || native::docs(workspace));

    let need = |held: bool, what: &str| if held { Ok(()) } else { Err(anyhow!("not run: the step \"{what}\" failed")) };
    let runner = steps.run("wasm test runner", || build_runner(workspace)).is_ok();
    let _ = steps.run("wasm tests", || {
        need(runner, "wasm test runner").and(need(browser, "test browser"))?;
        wasm_tests(workspace, &steps)
    });
    let _ = steps.run("all builds agree", || {
        need(built, "page").and(need(browser, "test browser"))?;
        parity::run(workspace, &parity::Options::default())
    });
    let _ = steps.run("types of the page", || need(built, "page").and_then(|()| types(workspace)));
    let _ = steps.run("end-to-end tests", || {
        need(built, "page").and(need(browser, "test browser"))?;
        end_to_end_tests(workspace)
    });
    let _ = steps.run("page as it is served", || {
        need(built, "page").and(need(browser, "test browser"))?;
        served_tests(workspace)
    });
    let _ = steps.run("npm package in projects", || {
        need(built, "page").and(need(browser, "test browser"))?;
        package_tests(workspace)
    });
    let plugin = built && steps.run("WordPress plugin", || wordpress::build_plugin(workspace)).is_ok();
    let _ = steps.run("plugin in WordPress", || {
        need(plugin, "WordPress plugin").and(need(site, "WordPress")).and(need(browser, "test browser"))?;
        wordpress::test(workspace, None)
    });
    let _ = steps.run("page in Firefox", || need(built, "page").and_then(|()| firefox_tests(workspace)));
    let _ = spark::quick(workspace, &steps);
    let _ = steps.run("accuracy", || accuracy(workspace));
    let mut sizes = String::new();
    let _ = steps.run("sizes", || need(built, "page").and_then(|()| size::hold(workspace, &mut sizes)));
    println!("\n{sizes}");
    steps.summarise()
}

/// Builds the program that runs wasm tests in a browser.
fn build_runner(workspace: &Workspace) -> Result<Outcome> {
    let program = workspace.target_dir().join("debug/wasm-test-runner");
    let inputs =
        Inputs::default().path(&workspace.path("xtask/wasm-test-runner"))?.path(&workspace.path("Cargo.lock"))?;
    let stamp = Stamp::new(workspace, "wasm test runner", inputs, vec![program]);
    if stamp.is_fresh() {
        return Ok(Outcome::UpToDate);
    }
    let arguments = ["build", "--locked", "--package", "wasm-test-runner"];
    Program::new(workspace, "wasm test runner", command::cargo(), arguments).run()?;
    stamp.record()?;
    Ok(Outcome::Done)
}

/// The tests of the doors to JavaScript, in headless Chromium.
fn wasm_tests(workspace: &Workspace, steps: &Steps) -> Result<Outcome> {
    let Some(browser) = Browser::find() else { bail!("the browser is gone") };
    let toolchain = toolchain::wasm_toolchain(workspace, steps)?;
    let program = toolchain
        .cargo(workspace, "wasm tests", &["test", "--locked", "--target", TARGET, "--test", "wasm_api"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", workspace.target_dir().join("debug/wasm-test-runner"))
        .env("CHROMEDRIVER", browser.driver)
        // A failed test shows its own stack; that of the runner says nothing.
        .env("RUST_BACKTRACE", "0")
        // The runner's own limit of 20 s is short for a machine that is busy with other things.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        // So are its 5 s for the browser's driver, which a slow disk takes to load it: they once were not enough.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "120");
    run_tests(program)
}

/// Whether the page's JavaScript keeps to the types that it declares and those of the engine.
fn types(workspace: &Workspace) -> Result<Outcome> {
    npm::program(workspace, "types of the page", "tsc", &["-p", "."]).run()?;
    Ok(Outcome::Passed)
}

/// The built page in Chromium.
fn end_to_end_tests(workspace: &Workspace) -> Result<Outcome> {
    let Some(browser) = Browser::find() else { bail!("the browser is gone") };
    run_tests(
        npm::program(workspace, "end-to-end tests", "playwright", &["test"])
            .env("CHROMIUM", browser.chromium)
            .env("CI", "1"),
    )
}

/// The built page in Chromium, from the server of `cargo xtask serve`: the other tests of the page have servers of their
/// own.
fn served_tests(workspace: &Workspace) -> Result<Outcome> {
    let Some(browser) = Browser::find() else { bail!("the browser is gone") };
    let address = serve::in_background(workspace)?;
    let arguments = ["--test", "--test-reporter=tap", "tests/served/page.test.js"];
    run_tests(
        Program::new(workspace, "page as it is served", "node", arguments)
            .env("CHROMIUM", browser.chromium)
            .env("SERVED", address),
    )
}

/// Whether the gold groups are read and compared as rightly as `tests/gold-floors.toml` says.
fn accuracy(workspace: &Workspace) -> Result<Outcome> {
    Program::new(workspace, "accuracy", env::current_exe()?, ["gold"]).run()?;
    Ok(Outcome::Passed)
}

/// The npm package, packed and installed into small projects of each sort.
fn package_tests(workspace: &Workspace) -> Result<Outcome> {
    let Some(browser) = Browser::find() else { bail!("the browser is gone") };
    let arguments = [
        "--test",
        "--test-reporter=tap",
        "--test-concurrency=2",
        "tests/npm/package.test.js",
        "tests/npm/comparer.test.js",
        "tests/npm/draft.test.js",
        "tests/npm/schema.test.js",
        "tests/npm/exchange.test.js",
        "tests/npm/memory.test.js",
        "tests/npm/ours.test.js",
    ];
    run_tests(
        Program::new(workspace, "npm package in projects", "node", arguments)
            .env("CHROMIUM", browser.chromium)
            .env("SCRATCH", workspace.scratch("npm-projects")),
    )
}

/// The built page's main paths in Firefox.
fn firefox_tests(workspace: &Workspace) -> Result<Outcome> {
    let Some(firefox) = browser::firefox(workspace) else { return Ok(Outcome::LeftOut) };
    let arguments = ["--test", "--test-reporter=tap", "tests/firefox/main-paths.test.js"];
    run_tests(Program::new(workspace, "page in Firefox", "node", arguments).env("FIREFOX", firefox))
}
