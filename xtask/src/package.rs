//! The npm package: the engine's bindings with the modules of `www/package` around them, and their types.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::engine::{copy_folder, remove_folder};
use crate::manifest::CargoManifest;
use crate::npm;
use crate::stamp::{Inputs, Stamp};
use crate::steps::Outcome;
use crate::workspace::Workspace;

/// Where the package is put together.
pub(crate) const FOLDER: &str = "pkg/npm";

/// The modules, the page about the package and its manifest, but for what Cargo.toml says.
const SOURCES: &str = "www/package";

/// The bindings: those for browsers, which Node reads as well.
const BINDINGS: &str = "pkg/web";

/// What of the page the package has: the element, with how it is built.
const PAGE: [&str; 2] = ["www/src", ELEMENT];

/// How Vite builds the element into the package.
const ELEMENT: &str = "vite.comparer.config.js";

/// What the page calls findings in other languages, which the light element takes too.
const STRINGS: &str = "www/src/strings";
const WORDS_OF_THE_PAGE: [&str; 4] = ["topics.js", "de-topics.js", "es-topics.js", "fr-topics.js"];

/// The modules whose declarations are made from their comments; those that they import come along.
const MODULES: [&str; 8] =
    ["index.js", "node.js", "worker.js", "report.js", "exchange.js", "frame.js", "draft-panel.js", "prosemirror.js"];

/// The package's own modules see the types of the engine; those who import the package shall, too.
const TYPES_OF_OTHERS: &str = "export type * from './engine/variorum.js';
export type { CallOptions, Client, Progress, WorkerOptions } from './client.js';
export type { Answer, Check, Standing } from './draft.js';
export type { Files } from './load.js';
";

/// Puts the package together, and writes the declarations of its modules from their comments.
///
/// # Errors
/// When a module does not keep to its own types.
pub(crate) fn assemble(workspace: &Workspace) -> Result<Outcome> {
    let cargo = CargoManifest::read(workspace)?;
    let mut inputs = Inputs::default();
    for path in PAGE {
        inputs = inputs.path(&workspace.path(path))?;
    }
    let inputs = inputs
        .path(&workspace.path(SOURCES))?
        .path(&workspace.path(BINDINGS))?
        .path(&workspace.path("package-lock.json"))?
        .text(&format!("{cargo:?}{TYPES_OF_OTHERS}"));
    let folder = workspace.path(FOLDER);
    let stamp = Stamp::new(workspace, "npm package", inputs, vec![folder.clone()]);
    if stamp.is_fresh() {
        return Ok(Outcome::UpToDate);
    }
    remove_folder(&folder)?;
    copy_folder(&workspace.path(SOURCES), &folder)?;
    let words = folder.join("words");
    for file in WORDS_OF_THE_PAGE {
        fs::copy(workspace.path(STRINGS).join(file), words.join(file)).with_context(|| format!("copying {file}"))?;
    }
    for folder in [&folder, &words] {
        point_inside(folder)?;
    }
    copy_engine(&workspace.path(BINDINGS), &folder.join("engine"))?;
    npm::program(workspace, "element of the npm package", "vite", &["build", "--config", ELEMENT]).run()?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(workspace.path(licence), folder.join(licence))?;
    }
    let manifest = folder.join("package.json");
    let text = fs::read_to_string(&manifest).with_context(|| format!("reading {}", manifest.display()))?;
    fs::write(&manifest, complete(&text, &cargo)?)?;
    write_types(workspace, &folder)?;
    stamp.record()?;
    Ok(Outcome::Done)
}

/// Lets the modules of a folder look for what lies elsewhere in the repository where it lies in the package.
fn point_inside(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js" || extension == "ts") {
            let module = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let module = module
                .replace(&format!("'../../../{BINDINGS}/"), "'../engine/")
                .replace(&format!("'../../{BINDINGS}/"), "'./engine/")
                .replace("'../../src/strings/", "'./");
            fs::write(&path, module)?;
        }
    }
    Ok(())
}

/// The bindings and the tables, without what makes them a package of their own.
fn copy_engine(from: &Path, to: &Path) -> Result<()> {
    copy_folder(from, to)?;
    for own in ["package.json", "LICENSE-MIT", "LICENSE-APACHE"] {
        fs::remove_file(to.join(own)).with_context(|| format!("removing {own} of the bindings"))?;
    }
    Ok(())
}

/// The package's manifest with what Cargo.toml says of the crate.
///
/// As text, since the order of the conditions of `exports` counts and a parsed object here has none.
fn complete(manifest: &str, cargo: &CargoManifest) -> Result<String> {
    let fields = [
        format!("\"version\": {:?}", cargo.package.version),
        format!("\"description\": {:?}", cargo.package.description),
        format!("\"license\": {:?}", cargo.workspace.package.license),
        format!("\"keywords\": {:?}", cargo.package.keywords),
    ];
    let rest = manifest.trim_start().strip_prefix('{').context("the package's manifest is no object")?;
    let complete = format!("{{\n  {},{rest}", fields.join(",\n  "));
    let _: Value = serde_json::from_str(&complete).context("reading the package's manifest")?;
    Ok(complete)
}

fn write_types(workspace: &Workspace, folder: &Path) -> Result<()> {
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let out = folder.to_string_lossy().into_owned();
    let modules = MODULES.map(path);
    let mut arguments = vec!["--ignoreConfig", "--outDir", &out, "--rootDir", &out];
    arguments.extend(["--allowJs", "--checkJs", "--strict", "--noUnusedLocals"]);
    arguments.extend(["--declaration", "--emitDeclarationOnly", "--stripInternal"]);
    arguments.extend(["--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"]);
    arguments.extend(["--lib", "es2022,dom,dom.iterable", "--types", "node", "--skipLibCheck"]);
    arguments.extend(modules.iter().map(String::as_str));
    npm::program(workspace, "types of the npm package", "tsc", &arguments).run()?;
    let index = folder.join("index.d.ts");
    let own = fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    fs::write(&index, own + TYPES_OF_OTHERS)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::{Crate, SharedPackage, SharedSettings};

    #[test]
    fn the_manifest_is_completed_and_keeps_its_order() {
        let package = Crate {
            version: "1.2.3".to_owned(),
            description: "Says \"what\"".to_owned(),
            keywords: vec!["news".to_owned()],
        };
        let workspace = SharedSettings { package: SharedPackage { license: "MIT".to_owned() } };
        let cargo = CargoManifest { package, workspace };
        let manifest = "{\n  \"name\": \"x\",\n  \"exports\": { \"node\": \"./a.js\", \"default\": \"./b.js\" }\n}\n";
        let whole = complete(manifest, &cargo).unwrap();
        let parsed: Value = serde_json::from_str(&whole).unwrap();
        assert_eq!((&parsed["version"], &parsed["name"]), (&"1.2.3".into(), &"x".into()));
        assert_eq!(parsed["description"], "Says \"what\"");
        assert!(whole.find("\"node\"") < whole.find("\"default\""), "the first condition that holds is taken");
        assert!(complete("[]", &cargo).is_err());
    }
}
