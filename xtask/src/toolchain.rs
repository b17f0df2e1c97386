//! Finds a compiler for `wasm32-unknown-unknown`, or makes one.
//!
//! Most machines have the target from `rustup target add`. Debian has no std for it, but a compiler with its
//! sources: std is compiled once into a private sysroot in the user's cache, and serves every checkout.
//! `VARIORUM_WASM=rustup` or `=debian` keeps to one of the two ways. The engine of the private sysroot is the smaller:
//! its std has no texts for panics, which nobody would read, and small sorts.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::command::{self, Program, advice};
use crate::steps::{Outcome, Steps};
use crate::workspace::{Workspace, user_cache};

/// The target that browsers and Node run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, its sources and its back end; the linker is named by [`linker_package`].
const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

/// Where Debian's packages put their programs.
const DEBIAN_BIN: &str = "/usr/bin";

/// Where Debian's `rust-web-src` puts the crates that std depends on.
const VENDORED: &str = "/usr/lib/rustlib/src/rust/library/vendor";

/// How std, and all that is linked with it, is compiled for the private sysroot: a panic is a trap and nothing else.
///
/// On wasm32 a panic ends in a trap in any case, and no hook shows its message; without it go the messages, the
/// source locations and the code that puts them together. The last flag lets tests be compiled so too. A stable
/// compiler takes them with RUSTC_BOOTSTRAP.
const ABORTING: [&str; 4] =
    ["-Cpanic=immediate-abort", "-Zunstable-options", "-Zlocation-detail=none", "-Zpanic-abort-tests"];

/// How the engine is compiled by either compiler: the rounds of SHA-256 as a loop and not written out, since each
/// article is hashed but once, and only the smallest functions put into their callers (DESIGN.md, Size).
const COMPACT: [&str; 2] =
    ["--cfg=sha2_backend_soft=\"compact\"", "-Cllvm-args=-inline-threshold=2 -inlinehint-threshold=62"];

/// A folder with a `cargo` and a `rustc` that compile for [`TARGET`].
#[derive(Debug, Clone)]
pub(crate) struct WasmToolchain {
    bin: PathBuf,
    version: String,
    /// What its std asks of every crate that is linked with it.
    flags: &'static [&'static str],
}

impl WasmToolchain {
    /// `cargo ARGUMENTS` by this compiler, into the wasm target folder.
    pub(crate) fn cargo(&self, workspace: &Workspace, name: &str, arguments: &[&str]) -> Program {
        let program = Program::new(workspace, name, self.bin.join("cargo"), arguments)
            .without_compiler_variables()
            .env("PATH", self.path())
            .env("CARGO_TARGET_DIR", workspace.wasm_target_dir())
            // The separator of encoded flags, which no path holds.
            .env("CARGO_ENCODED_RUSTFLAGS", self.rustflags(workspace).join("\u{1f}"));
        if self.flags.is_empty() { program } else { program.env("RUSTC_BOOTSTRAP", "1") }
    }

    /// The same for a crate of others: compiled as its own manifest says, and not as small as ours.
    pub(crate) fn cargo_of_others(&self, workspace: &Workspace, name: &str, arguments: &[&str]) -> Program {
        self.cargo(workspace, name, arguments).env("CARGO_ENCODED_RUSTFLAGS", self.flags.join("\u{1f}"))
    }

    /// What decides the bytes that it makes of the same sources, for stamps.
    pub(crate) fn identity(&self) -> String {
        format!("{}\n{} {}", self.version, self.flags.join(" "), COMPACT.join(" "))
    }

    /// Panic messages name source files; the folders of this machine are no part of what is published, and without
    /// them the same sources give the same bytes wherever they lie.
    fn rustflags(&self, workspace: &Workspace) -> Vec<String> {
        let cargo_home = env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
        let folders = [(cargo_home, "cargo"), (Some(workspace.root().to_owned()), "variorum")];
        let remap = |(folder, name): (Option<PathBuf>, &str)| {
            folder.map(|folder| format!("--remap-path-prefix={}={name}", folder.display()))
        };
        let flags = self.flags.iter().copied().chain(COMPACT).map(str::to_owned);
        flags.chain(folders.into_iter().filter_map(remap)).collect()
    }

    fn path(&self) -> OsString {
        let mut path = self.bin.clone().into_os_string();
        path.push(":");
        path.push(env::var_os("PATH").unwrap_or_default());
        path
    }

    /// The compiler of the private sysroot, when that is whole.
    fn in_sysroot(sysroot: &Path) -> Option<Self> {
        Self::in_folder(&sysroot.join("bin")).map(|found| Self { flags: &ABORTING, ..found })
    }

    /// The compiler in `bin`, when it has the target's std.
    fn in_folder(bin: &Path) -> Option<Self> {
        let rustc = bin.join("rustc");
        let libraries = command::answer(&rustc, &["--print", "target-libdir", "--target", TARGET])?;
        let mut entries = fs::read_dir(libraries).ok()?;
        entries.next()?.ok()?;
        bin.join("cargo").exists().then_some(())?;
        Some(Self { bin: bin.to_owned(), version: command::answer(&rustc, &["-vV"])?, flags: &[] })
    }
}

/// Finds the compiler, or sets one up as steps of a chore.
///
/// # Errors
/// When there is none and none can be made; the message says what to do.
pub(crate) fn wasm_toolchain(workspace: &Workspace, steps: &Steps) -> Result<WasmToolchain> {
    let choice = env::var("VARIORUM_WASM").unwrap_or_default();
    if !matches!(choice.as_str(), "" | "rustup" | "debian") {
        bail!("VARIORUM_WASM is \"{choice}\": set it to rustup or debian, or unset it");
    }
    if let Some(found) = existing(&choice)? {
        return Ok(found);
    }
    if choice == "rustup" || !apt::is_debian() {
        steps.run("wasm32 target", || Err(missing_target()))?;
        bail!("there is no compiler for {TARGET}");
    }
    steps.run("Debian's wasm compiler", || install_packages(workspace))?;
    let sysroot = sysroot_folder()?;
    steps.run("wasm32 standard library", || build_sysroot(workspace, &sysroot))?;
    WasmToolchain::in_sysroot(&sysroot)
        .with_context(|| format!("{} has no std for {TARGET}: remove that folder and try again", sysroot.display()))
}

/// The compiler that needs no setting up.
fn existing(choice: &str) -> Result<Option<WasmToolchain>> {
    if choice != "debian"
        && let Some(found) = WasmToolchain::in_folder(&running_toolchain()?)
    {
        return Ok(Some(found));
    }
    let debian = choice != "rustup" && packages_are_installed();
    Ok(debian.then(sysroot_folder).transpose()?.and_then(|sysroot| WasmToolchain::in_sysroot(&sysroot)))
}

/// The folder of the cargo that runs this program; rustup's own folders hold rustc beside it.
fn running_toolchain() -> Result<PathBuf> {
    let rustc = command::answer("rustc", &["--print", "sysroot"]).map(|sysroot| Path::new(&sysroot).join("bin"));
    let beside = Path::new(&command::cargo()).parent().map(Path::to_path_buf);
    beside
        .into_iter()
        .chain(rustc)
        .find(|bin| bin.join("rustc").exists())
        .context("no rustc is found beside cargo or on PATH: install Rust from https://rustup.rs")
}

fn missing_target() -> anyhow::Error {
    advice(
        "the target folder of rustc, and Debian's packages",
        "the standard library for wasm32-unknown-unknown",
        "`rustup target add wasm32-unknown-unknown`, then this command again (on Debian, as root: VARIORUM_WASM=debian)",
    )
}

fn packages_are_installed() -> bool {
    let programs = ["rustc", "cargo", "rust-lld"].map(|name| Path::new(DEBIAN_BIN).join(name));
    programs.iter().all(|program| program.exists()) && Path::new(VENDORED).exists()
}

fn install_packages(workspace: &Workspace) -> Result<Outcome> {
    if packages_are_installed() {
        return Ok(Outcome::UpToDate);
    }
    let mut packages: Vec<String> = PACKAGES.iter().map(|name| (*name).to_owned()).collect();
    packages.push(linker_package().context(
        "Debian's rust-web-llvm is not on offer here (it comes with the security archive): \
         run `apt-get update`, or `rustup target add wasm32-unknown-unknown`",
    )?);
    apt::install(workspace, "wasm compiler", &packages)
}

/// The linker of the LLVM that the compiler was built with: `lld-22` when it depends on `llvm-22`.
fn linker_package() -> Option<String> {
    apt::depends("rust-web-llvm")?
        .lines()
        .find_map(|line| line.trim().strip_prefix("Depends: llvm-"))
        .map(|version| format!("lld-{version}"))
}

/// One folder a compiler version, since std must come from the very sources of its compiler.
fn sysroot_folder() -> Result<PathBuf> {
    let version = command::answer(Path::new(DEBIAN_BIN).join("rustc"), &["--version"])
        .and_then(|line| line.split(' ').nth(1).map(str::to_owned))
        .context("/usr/bin/rustc does not run: reinstall Debian's rustc-web")?;
    Ok(user_cache()?.join(format!("sysroot-{version}-abort")))
}

/// Compiles std for the target and lays out a sysroot around it.
fn build_sysroot(workspace: &Workspace, sysroot: &Path) -> Result<Outcome> {
    if WasmToolchain::in_sysroot(sysroot).is_some() {
        return Ok(Outcome::UpToDate);
    }
    let rustc = Path::new(DEBIAN_BIN).join("rustc");
    let seed = workspace.scratch("std-seed");
    fs::create_dir_all(seed.join("src"))?;
    fs::write(seed.join("src/lib.rs"), "#![no_std]\n")?;
    fs::write(
        seed.join("Cargo.toml"),
        "[package]\nname = \"std-seed\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n",
    )?;
    // `-Z build-std` is what a nightly compiler offers; a stable one allows it with RUSTC_BOOTSTRAP. The crates that
    // std depends on come from Debian's own sources, so nothing is fetched. `test` is there for wasm tests.
    let vendored = format!("source.vendored.directory={VENDORED:?}");
    Program::new(
        workspace,
        "wasm32 standard library",
        Path::new(DEBIAN_BIN).join("cargo"),
        [
            "build",
            "--release",
            "--offline",
            "--config",
            "source.crates-io.replace-with=\"vendored\"",
            "--config",
            &vendored,
            "--target",
            TARGET,
            "-Zbuild-std=std,panic_abort,proc_macro,test",
            // Small sorts and searches in place of fast ones: a sixth of the engine was instances of the fast sorts.
            "-Zbuild-std-features=optimize_for_size",
        ],
    )
    .current_dir(&seed)
    .without_compiler_variables()
    .env("RUSTC", &rustc)
    .env("RUSTC_BOOTSTRAP", "1")
    .env("CARGO_ENCODED_RUSTFLAGS", ABORTING.join("\u{1f}"))
    .run()?;

    // Laid out beside and renamed at the end: a sysroot that exists is a whole one.
    let built = seed.join("target").join(TARGET).join("release/deps");
    let unfinished = sysroot.with_extension(format!("unfinished-{}", std::process::id()));
    lay_out_sysroot(&built, &unfinished, sysroot, &rustc)
        .with_context(|| format!("making the sysroot {}", sysroot.display()))?;
    fs::remove_dir_all(&seed)?;
    Ok(Outcome::Done)
}

fn lay_out_sysroot(built: &Path, folder: &Path, final_folder: &Path, rustc: &Path) -> Result<()> {
    let debian = command::answer(rustc, &["--print", "sysroot"]).context("rustc has no sysroot")?;
    let host = command::answer(rustc, &["--print", "host-tuple"]).context("rustc has no host")?;
    let debian = Path::new(&debian).join("lib/rustlib");
    let libraries = folder.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&libraries)?;
    fs::create_dir_all(folder.join("bin"))?;
    for entry in fs::read_dir(built)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if name.ends_with(".rlib") && !name.starts_with("libstd_seed") {
            fs::copy(&path, libraries.join(name))?;
        }
    }
    for name in [host.as_str(), "etc", "src"] {
        if debian.join(name).exists() {
            symlink(debian.join(name), folder.join("lib/rustlib").join(name))?;
        }
    }
    for name in ["rustc", "rustdoc"] {
        let script = format!("#!/bin/sh\nexec {DEBIAN_BIN}/{name} --sysroot '{}' \"$@\"\n", final_folder.display());
        let path = folder.join("bin").join(name);
        fs::write(&path, script)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    }
    symlink(Path::new(DEBIAN_BIN).join("cargo"), folder.join("bin/cargo"))?;
    if final_folder.exists() {
        fs::remove_dir_all(final_folder)?;
    }
    fs::rename(folder, final_folder)?;
    Ok(())
}
