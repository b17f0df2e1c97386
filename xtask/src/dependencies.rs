//! What the project takes from others: under which licence, from where, how often, and whether the lock files say so.
//!
//! Everything is read from the lock files and from what cargo has on this machine; the network is asked only for crates
//! of the lock file that are not here yet, as every build would.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, ensure};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};
use serde::Deserialize;
use spdx::{Expression, ParseMode};

use crate::command::Program;
use crate::steps::Outcome;
use crate::toolchain::TARGET;
use crate::workspace::Workspace;

/// Licences that ask for a notice at most, so that what contains them may be passed on under ours.
const PERMISSIVE: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Licences that bind their own files alone, or data: for what stands beside the engine, in the program for the command
/// line, among the fonts and the tools that build and test.
const BESIDE_THE_ENGINE: &[&str] = &["CC-BY-4.0", "MPL-2.0", "OFL-1.1", "Python-2.0"];

/// The only place that crates come from.
const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The only place that packages of npm come from; the lock file leaves it out where it can.
const NPM: &str = "https://registry.npmjs.org/";

/// Crates of which the engine's build takes two versions, and why that is borne.
const TWICE: &[(&str, &str)] = &[(
    "syn",
    "tsify reads Rust by an older one than serde does; both run in the compiler, and neither is in the engine",
)];

/// Scripts that npm runs on the machine of whoever installs a package.
const INSTALL_SCRIPTS: &[&str] =
    &["preinstall", "install", "postinstall", "preprepare", "prepare", "postprepare", "prepublish"];

/// Checks crates and packages.
///
/// # Errors
/// When a lock file does not fit, or something in it is not allowed; the message lists all of it.
pub(crate) fn check(workspace: &Workspace) -> Result<Outcome> {
    let mut complaints = crates(workspace)?;
    let read = |name: &str| fs::read_to_string(workspace.path(name)).with_context(|| format!("reading {name}"));
    let lock: NpmLock = serde_json::from_str(&read("package-lock.json")?).context("reading package-lock.json")?;
    let wanted: NpmManifest = serde_json::from_str(&read("package.json")?).context("reading package.json")?;
    complaints.extend(npm_lock(&lock, &wanted));
    let published: NpmManifest = serde_json::from_str(&read("www/package/package.json")?)?;
    complaints.extend(npm_published(&published));
    ensure!(complaints.is_empty(), "{}", complaints.join("\n"));
    Ok(Outcome::Passed)
}

fn crates(workspace: &Workspace) -> Result<Vec<String>> {
    let ask = |more: &[&str]| {
        let options = ["--locked", "--offline"].iter().chain(more).map(|option| (*option).to_owned());
        MetadataCommand::new().current_dir(workspace.root()).other_options(options.collect::<Vec<_>>()).exec()
    };
    let all = match ask(&[]) {
        Ok(all) => all,
        Err(_) => {
            Program::new(workspace, "crates", crate::command::cargo(), ["fetch", "--locked"])
                .run()
                .context("fetching the crates of Cargo.lock")?;
            ask(&[])?
        }
    };
    let engine = in_engine(&ask(&["--filter-platform", TARGET])?);
    let lock: CargoLock = toml::from_str(&fs::read_to_string(workspace.path("Cargo.lock"))?)?;
    let foreign: Vec<&Package> = all.packages.iter().filter(|package| package.source.is_some()).collect();
    let mut complaints = Vec::new();
    for package in &foreign {
        let (name, version) = (package.name.as_str(), &package.version);
        let is_in_engine = engine.contains(&(name.to_owned(), version.to_string()));
        complaints.extend(licence(&format!("crate {name} {version}"), package.license.as_deref(), is_in_engine));
    }
    complaints.extend(duplicates(&engine));
    complaints.extend(cargo_lock(&lock));
    Ok(complaints)
}

/// The crates, with their versions, that the engine's build for wasm32 takes, with what runs in the compiler for it.
fn in_engine(metadata: &Metadata) -> BTreeSet<(String, String)> {
    let nodes: BTreeMap<&PackageId, _> =
        metadata.resolve.iter().flat_map(|resolve| &resolve.nodes).map(|node| (&node.id, node)).collect();
    let mut open: Vec<&PackageId> =
        metadata.packages.iter().filter(|package| package.name.as_str() == "variorum").map(|own| &own.id).collect();
    let mut seen: BTreeSet<&PackageId> = open.iter().copied().collect();
    while let Some(id) = open.pop() {
        let dependencies = nodes.get(id).into_iter().flat_map(|node| &node.deps);
        for dependency in dependencies {
            let is_built = dependency.dep_kinds.iter().any(|kind| kind.kind != DependencyKind::Development);
            if is_built && seen.insert(&dependency.pkg) {
                open.push(&dependency.pkg);
            }
        }
    }
    let packages = metadata.packages.iter().filter(|package| package.source.is_some() && seen.contains(&package.id));
    packages.map(|package| (package.name.to_string(), package.version.to_string())).collect()
}

/// Whether a licence lets us do what we do.
fn licence(what: &str, named: Option<&str>, is_in_engine: bool) -> Option<String> {
    let Some(named) = named else { return Some(format!("{what} names no licence")) };
    // Some still part licences by a slash, as was usual.
    let lax = ParseMode { allow_slash_as_or_operator: true, ..ParseMode::STRICT };
    let Ok(expression) = Expression::parse_mode(named, lax) else {
        return Some(format!("{what}: its licence \"{named}\" is none that SPDX knows"));
    };
    let is_allowed = expression.evaluate(|requirement| {
        let id = requirement.license.id().map_or("", |id| id.name);
        PERMISSIVE.contains(&id) || (!is_in_engine && BESIDE_THE_ENGINE.contains(&id))
    });
    (!is_allowed).then(|| format!("{what}: the licence \"{named}\" is not allowed (xtask/src/dependencies.rs)"))
}

/// Two versions of one crate are two times its code.
fn duplicates(engine: &BTreeSet<(String, String)>) -> Vec<String> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, version) in engine {
        versions.entry(name).or_default().push(version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    let mut complaints: Vec<String> = versions
        .iter()
        .filter(|(name, _)| !TWICE.iter().any(|(allowed, _)| allowed == *name))
        .map(|(name, versions)| format!("the engine's build takes {name} in the versions {}", versions.join(" and ")))
        .collect();
    for (name, _) in TWICE.iter().filter(|(name, _)| !versions.contains_key(name)) {
        complaints.push(format!("{name} is taken in one version: it needs no exception any more"));
    }
    complaints
}

/// What of `Cargo.lock` is read.
#[derive(Debug, Deserialize)]
struct CargoLock {
    package: Vec<CargoLocked>,
}

#[derive(Debug, Deserialize)]
struct CargoLocked {
    name: String,
    version: String,
    /// None for the crates of the workspace.
    source: Option<String>,
    checksum: Option<String>,
}

fn cargo_lock(lock: &CargoLock) -> Vec<String> {
    let mut complaints = Vec::new();
    for CargoLocked { name, version, source, checksum } in &lock.package {
        let Some(source) = source else { continue };
        if source != CRATES {
            complaints.push(format!("Cargo.lock: {name} {version} comes from {source}"));
        }
        if checksum.is_none() {
            complaints.push(format!("Cargo.lock: {name} {version} has no checksum"));
        }
    }
    complaints
}

/// What of `package-lock.json` is read.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct NpmLock {
    lockfile_version: u32,
    packages: BTreeMap<String, NpmLocked>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct NpmLocked {
    version: String,
    license: Option<String>,
    integrity: Option<String>,
    resolved: Option<String>,
    has_install_script: bool,
    /// Of the first entry, which is the project itself.
    dependencies: BTreeMap<String, String>,
    dev_dependencies: BTreeMap<String, String>,
}

/// What of a `package.json` is read.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct NpmManifest {
    scripts: BTreeMap<String, String>,
    dependencies: BTreeMap<String, String>,
    dev_dependencies: BTreeMap<String, String>,
    optional_dependencies: BTreeMap<String, String>,
    bundle_dependencies: Vec<String>,
    bundled_dependencies: Vec<String>,
}

/// What `npm ci` would refuse, without a network, and what it would let pass.
fn npm_lock(lock: &NpmLock, wanted: &NpmManifest) -> Vec<String> {
    let mut complaints = Vec::new();
    let root = lock.packages.get("");
    let same = root.is_some_and(|root| {
        root.dependencies == wanted.dependencies && root.dev_dependencies == wanted.dev_dependencies
    });
    if lock.lockfile_version != 3 || !same {
        complaints
            .push("package-lock.json does not match package.json: run `npm install --package-lock-only`".to_owned());
    }
    for (name, version) in wanted.dependencies.iter().chain(&wanted.dev_dependencies) {
        if lock.packages.get(&format!("node_modules/{name}")).is_none_or(|locked| locked.version != *version) {
            complaints.push(format!("package-lock.json: {name} is not locked at {version}, as package.json wants it"));
        }
    }
    for (place, locked) in lock.packages.iter().filter(|(place, _)| !place.is_empty()) {
        let what = format!("package-lock.json: {} {}", place.trim_start_matches("node_modules/"), locked.version);
        complaints.extend(licence(&what, locked.license.as_deref(), false));
        if !locked.integrity.as_ref().is_some_and(|integrity| integrity.starts_with("sha512-")) {
            complaints.push(format!("{what} has no integrity (sha512)"));
        }
        if locked.resolved.as_ref().is_some_and(|address| !address.starts_with(NPM)) {
            complaints.push(format!("{what} does not come from {NPM}"));
        }
        if locked.has_install_script {
            complaints.push(format!("{what} runs a script when it is installed"));
        }
    }
    complaints
}

/// The package that others install brings nothing along and runs nothing.
fn npm_published(manifest: &NpmManifest) -> Vec<String> {
    let NpmManifest { scripts, dependencies, optional_dependencies, bundle_dependencies, bundled_dependencies, .. } =
        manifest;
    let brought =
        dependencies.keys().chain(optional_dependencies.keys()).chain(bundle_dependencies).chain(bundled_dependencies);
    let mut complaints: Vec<String> = brought
        .map(|name| format!("www/package/package.json: the package depends on {name}, and is to depend on nothing"))
        .collect();
    for name in INSTALL_SCRIPTS.iter().filter(|name| scripts.contains_key(**name)) {
        complaints
            .push(format!("www/package/package.json: the script \"{name}\" would run where the package is installed"));
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_read_as_expressions() {
        for allowed in ["MIT", "MIT/Apache-2.0", "GPL-3.0-only OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert_eq!(licence("x", Some(allowed), true), None, "{allowed}");
        }
        for refused in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "SEE LICENSE IN x", "UNLICENSED", ""] {
            assert!(licence("x", Some(refused), false).is_some(), "{refused}");
        }
        assert!(licence("x", None, false).is_some());
        assert_eq!(licence("x", Some("MPL-2.0"), false), None);
        assert!(licence("x", Some("MPL-2.0"), true).is_some(), "not in the engine");
    }

    #[test]
    fn a_second_version_needs_a_reason() {
        let tree = |crates: &[(&str, &str)]| crates.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        assert!(duplicates(&tree(&[("syn", "2.0.0"), ("syn", "3.0.0"), ("serde", "1.0.0")])).is_empty());
        let told = duplicates(&tree(&[("syn", "2.0.0"), ("syn", "3.0.0"), ("serde", "1.0.0"), ("serde", "2.0.0")]));
        assert_eq!(told, ["the engine's build takes serde in the versions 1.0.0 and 2.0.0"]);
        assert_eq!(duplicates(&tree(&[("syn", "3.0.0")])).len(), 1, "an exception that is not needed");
    }

    #[test]
    fn a_crate_from_elsewhere_or_without_a_checksum_is_noticed() {
        let lock = |entry: &str| {
            toml::from_str::<CargoLock>(&format!("[[package]]\nname = \"x\"\nversion = \"1\"\n{entry}")).unwrap()
        };
        assert!(cargo_lock(&lock("")).is_empty(), "of the workspace");
        assert!(cargo_lock(&lock(&format!("source = \"{CRATES}\"\nchecksum = \"0\""))).is_empty());
        assert_eq!(cargo_lock(&lock(&format!("source = \"{CRATES}\""))).len(), 1);
        assert_eq!(cargo_lock(&lock("source = \"git+https://example.org\"\nchecksum = \"0\"")).len(), 1);
    }

    #[test]
    fn a_package_lock_is_held_against_its_manifest() {
        let manifest: NpmManifest = serde_json::from_str(r#"{"devDependencies": {"a": "1.0.0"}}"#).unwrap();
        let lock = |root: &str, entry: &str| {
            let text = format!(r#"{{"lockfileVersion": 3, "packages": {{"": {root}, "node_modules/a": {entry}}}}}"#);
            npm_lock(&serde_json::from_str(&text).unwrap(), &manifest)
        };
        let root = r#"{"devDependencies": {"a": "1.0.0"}}"#;
        let sound = r#"{"version": "1.0.0", "license": "MIT", "integrity": "sha512-x"}"#;
        assert!(lock(root, sound).is_empty());
        for (root, entry) in [
            (r#"{"devDependencies": {"a": "1.0.1"}}"#, sound),
            (root, r#"{"version": "1.0.1", "license": "MIT", "integrity": "sha512-x"}"#),
            (root, r#"{"version": "1.0.0", "license": "GPL-2.0-only", "integrity": "sha512-x"}"#),
            (root, r#"{"version": "1.0.0", "license": "MIT"}"#),
            (root, r#"{"version": "1.0.0", "license": "MIT", "integrity": "sha1-x"}"#),
            (
                root,
                r#"{"version": "1.0.0", "license": "MIT", "integrity": "sha512-x", "resolved": "https://example.org/a.tgz"}"#,
            ),
            (root, r#"{"version": "1.0.0", "license": "MIT", "integrity": "sha512-x", "hasInstallScript": true}"#),
        ] {
            assert_eq!(lock(root, entry).len(), 1, "{root} {entry}");
        }
    }

    #[test]
    fn the_published_package_runs_nothing_and_brings_nothing() {
        let complaints = |text: &str| npm_published(&serde_json::from_str(text).unwrap()).len();
        assert_eq!(complaints(r#"{"scripts": {"test": "x"}, "peerDependencies": {"a": "1"}}"#), 0);
        assert_eq!(complaints(r#"{"scripts": {"postinstall": "x", "prepare": "y"}}"#), 2);
        assert_eq!(complaints(r#"{"dependencies": {"a": "1"}, "bundledDependencies": ["b"]}"#), 2);
    }
}
