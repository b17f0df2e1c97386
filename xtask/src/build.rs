//! `cargo xtask build`: everything from the sources to the page in `dist`.

use std::thread;

use anyhow::{Result, anyhow};

use crate::manifest::Manifest;
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{engine, npm, package};

/// Builds the packages of the engine and the page.
///
/// # Errors
/// When a step fails; each says what was tried and what to do.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let steps = Steps::start();
    build(workspace, &steps)?;
    println!("  built in {:.1} s: pkg/npm holds the package, dist/ the page", steps.elapsed().as_secs_f32());
    Ok(())
}

/// The same, as steps of another chore.
///
/// # Errors
/// When a step fails.
pub(crate) fn build(workspace: &Workspace, steps: &Steps) -> Result<()> {
    build_packages(workspace, steps)?;
    steps.run("page", || npm::build_page(workspace))
}

/// The packages of the engine alone.
///
/// npm waits for the network and the compilers for the processor, so they run beside each other.
///
/// # Errors
/// When a step fails.
pub(crate) fn build_packages(workspace: &Workspace, steps: &Steps) -> Result<()> {
    let manifest = Manifest::read(workspace)?;
    thread::scope(|scope| {
        let packages = scope.spawn(|| steps.run("npm packages", || npm::install(workspace)));
        let bindgen = scope.spawn(|| steps.run("bindgen program", || engine::build_bindgen(workspace)));
        let wasm = engine::compile(workspace, steps);
        let ended = [bindgen, packages].map(|thread| thread.join().map_err(|_| anyhow!("a step panicked")));
        wasm?;
        for result in ended {
            result??;
        }
        Ok::<_, anyhow::Error>(())
    })?;
    steps.run("bindings", || engine::write_bindings(workspace, &manifest))?;
    steps.run("wasm-opt", || engine::optimise(workspace, &manifest))?;
    steps.run("npm package", || package::assemble(workspace))
}
