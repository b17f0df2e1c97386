//! The engine as JavaScript packages: compile to wasm, write the bindings, make the wasm small.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::{self, Program};
use crate::manifest::{CargoManifest, Manifest};
use crate::npm;
use crate::places;
use crate::stamp::{Inputs, Stamp};
use crate::steps::{Outcome, Steps};
use crate::toolchain::{self, TARGET, WasmToolchain};
use crate::workspace::Workspace;

/// Compiles the crate to wasm, and beside it the program that will write the bindings.
///
/// # Errors
/// When a step fails.
pub(crate) fn compile(workspace: &Workspace, steps: &Steps) -> Result<()> {
    let toolchain = toolchain::wasm_toolchain(workspace, steps)?;
    steps.run("wasm build", || build_wasm(workspace, &toolchain))
}

/// Builds the program that writes the bindings.
///
/// # Errors
/// When it does not compile.
pub(crate) fn build_bindgen(workspace: &Workspace) -> Result<Outcome> {
    let inputs = Inputs::default().path(&workspace.path("xtask/bindgen"))?.path(&workspace.path("Cargo.lock"))?;
    let stamp = Stamp::new(workspace, "bindgen program", inputs, vec![bindgen_program(workspace)]);
    if stamp.is_fresh() {
        return Ok(Outcome::UpToDate);
    }
    Program::new(workspace, "bindgen program", command::cargo(), ["build", "--locked", "--package", "bindgen"])
        .run()?;
    stamp.record()?;
    Ok(Outcome::Done)
}

/// Writes one package for each target of the manifest, with the bindings as wasm-bindgen makes them.
///
/// # Errors
/// When the wasm is missing or wasm-bindgen refuses it.
pub(crate) fn write_bindings(workspace: &Workspace, manifest: &Manifest) -> Result<Outcome> {
    let wasm = compiled_wasm(workspace);
    let mut arguments = vec![wasm.to_string_lossy().into_owned(), manifest.package.name.clone()];
    arguments.extend(
        manifest.targets.keys().map(|target| format!("{target}={}", bindings_folder(workspace, target).display())),
    );
    let outputs = manifest.targets.keys().map(|target| bindings_folder(workspace, target)).collect();
    let inputs = Inputs::default()
        .path(&wasm)?
        .path(&workspace.path("xtask/bindgen"))?
        .path(&workspace.path("Cargo.lock"))?
        .text(&arguments.join("\n"));
    let stamp = Stamp::new(workspace, "bindings", inputs, outputs);
    if stamp.is_fresh() {
        return Ok(Outcome::UpToDate);
    }
    for target in manifest.targets.keys() {
        remove_folder(&bindings_folder(workspace, target))?;
    }
    Program::new(workspace, "bindings", bindgen_program(workspace), arguments).run()?;
    stamp.record()?;
    Ok(Outcome::Done)
}

/// Makes the wasm of each package small and puts the packages in the folders that the manifest names.
///
/// # Errors
/// When npm's packages are missing or wasm-opt refuses the wasm.
pub(crate) fn optimise(workspace: &Workspace, manifest: &Manifest) -> Result<Outcome> {
    let cargo = CargoManifest::read(workspace)?;
    let mut inputs = Inputs::default()
        .path(&workspace.path("node_modules/binaryen/package.json"))?
        .path(&workspace.path("wasm-pack.toml"))?
        .text(&format!("{cargo:?}"));
    for target in manifest.targets.keys() {
        inputs = inputs.path(&bindings_folder(workspace, target))?;
    }
    for file in tables(workspace, manifest) {
        inputs = inputs.path(&file.0)?;
    }
    let outputs = manifest.targets.values().map(|folder| workspace.path(folder)).collect();
    let stamp = Stamp::new(workspace, "wasm-opt", inputs, outputs);
    if stamp.is_fresh() {
        return Ok(Outcome::UpToDate);
    }

    let wasm_name = format!("{}_bg.wasm", manifest.package.name);
    // The packages differ in their JavaScript and most often share the very same wasm, which is optimised once.
    let mut optimised: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
    for (target, folder) in &manifest.targets {
        let folder = workspace.path(folder);
        remove_folder(&folder)?;
        copy_folder(&bindings_folder(workspace, target), &folder)?;
        let wasm = folder.join(&wasm_name);
        let before = fs::read(&wasm).with_context(|| format!("reading {}", wasm.display()))?;
        if let Some((_, after)) = optimised.iter().find(|(known, _)| *known == before) {
            fs::write(&wasm, after)?;
        } else {
            let path = wasm.to_string_lossy();
            let mut arguments = vec![&*path, "-o", &*path];
            arguments.extend(manifest.optimise.wasm_opt.iter().map(String::as_str));
            npm::program(workspace, "wasm-opt", "wasm-opt", &arguments).run()?;
            optimised.push((before, fs::read(&wasm)?));
        }
        fs::write(folder.join("package.json"), package_json(target, manifest, &cargo))?;
        add_tables(workspace, manifest, target, &folder)?;
        for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
            fs::copy(workspace.path(licence), folder.join(licence))?;
        }
    }
    stamp.record()?;
    Ok(Outcome::Done)
}

/// Where the tables of a package lie, each with its name there.
fn tables(workspace: &Workspace, manifest: &Manifest) -> [(PathBuf, String); 2] {
    [
        (packed_language(workspace), format!("{}-en.bin", manifest.package.name)),
        (workspace.path(places::LIST), "places.txt".to_owned()),
    ]
}

/// Puts the tables beside the wasm; Node's bindings take them by themselves.
fn add_tables(workspace: &Workspace, manifest: &Manifest, target: &str, folder: &Path) -> Result<()> {
    let tables = tables(workspace, manifest);
    for (from, name) in &tables {
        fs::copy(from, folder.join(name)).with_context(|| format!("copying {}", from.display()))?;
    }
    if target == "nodejs" {
        let path = folder.join(format!("{}.js", manifest.package.name));
        let mut script = fs::read_to_string(&path)?;
        for (call, (_, name)) in ["loadLanguage", "loadPlaces"].into_iter().zip(&tables) {
            script += &format!("{call}(require('fs').readFileSync(`${{__dirname}}/{name}`));\n");
        }
        fs::write(&path, script)?;
    }
    Ok(())
}

fn build_wasm(workspace: &Workspace, toolchain: &WasmToolchain) -> Result<Outcome> {
    let mut inputs = Inputs::default().text(&toolchain.identity());
    for path in ["src", "build.rs", "Cargo.toml", "Cargo.lock"] {
        inputs = inputs.path(&workspace.path(path))?;
    }
    let language = packed_language(workspace);
    let stamp = Stamp::new(workspace, "wasm build", inputs, vec![compiled_wasm(workspace), language.clone()]);
    if stamp.is_fresh() {
        return Ok(Outcome::UpToDate);
    }
    // The tables go beside the wasm, and cargo tells where the build script has put them.
    let said = toolchain
        .cargo(
            workspace,
            "wasm build",
            &[
                "build",
                "--locked",
                "--release",
                "--lib",
                "--target",
                TARGET,
                "--no-default-features",
                "--message-format=json-render-diagnostics",
            ],
        )
        // Size over speed, where the native build keeps speed: a tenth of the time for a twentieth of the bytes.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "s")
        .run()?;
    let packed = script_folder(&said).context("cargo does not tell where build.rs has put the tables")?.join("en.bin");
    fs::create_dir_all(workspace.scratch("tables"))?;
    fs::copy(&packed, &language).with_context(|| format!("copying {}", packed.display()))?;
    stamp.record()?;
    Ok(Outcome::Done)
}

/// The folder into which the engine's build script writes, by cargo's messages.
fn script_folder(messages: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut scripts = messages.filter(|message| message["reason"] == "build-script-executed");
    let own = scripts.find(|message| message["package_id"].as_str().is_some_and(|id| id.contains("#variorum@")))?;
    own["out_dir"].as_str().map(PathBuf::from)
}

/// The tables of English, as the engine in [`compiled_wasm`] reads them.
fn packed_language(workspace: &Workspace) -> PathBuf {
    workspace.scratch("tables/en.bin")
}

fn compiled_wasm(workspace: &Workspace) -> PathBuf {
    workspace.wasm_target_dir().join(TARGET).join("release/variorum.wasm")
}

fn bindgen_program(workspace: &Workspace) -> PathBuf {
    workspace.target_dir().join("debug/bindgen")
}

fn bindings_folder(workspace: &Workspace, target: &str) -> PathBuf {
    workspace.scratch("bindings").join(target)
}

/// What npm and bundlers want to know of a package.
fn package_json(target: &str, manifest: &Manifest, cargo: &CargoManifest) -> String {
    let name = &manifest.package.name;
    let mut fields = vec![
        format!("\"name\": {:?}", name),
        format!("\"version\": {:?}", cargo.package.version),
        format!("\"description\": {:?}", cargo.package.description),
        format!("\"license\": {:?}", cargo.workspace.package.license),
        format!("\"keywords\": {:?}", cargo.package.keywords),
        format!("\"main\": \"{name}.js\""),
        format!("\"types\": \"{name}.d.ts\""),
    ];
    // Node's package is CommonJS. The bundler's starts the wasm on import, which a bundler must not shake off.
    match target {
        "nodejs" => {}
        "bundler" => fields.extend(["\"type\": \"module\"".into(), format!("\"sideEffects\": [\"./{name}.js\"]")]),
        _ => fields.extend(["\"type\": \"module\"".into(), "\"sideEffects\": false".into()]),
    }
    format!("{{\n  {}\n}}\n", fields.join(",\n  "))
}

/// Removes a folder that may not be there.
///
/// # Errors
/// When it cannot be removed.
pub(crate) fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    Ok(())
}

/// Copies a folder with all that is in it.
///
/// # Errors
/// When a file cannot be read or written.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_the_build_script_is_among_the_messages() {
        let script = |id: &str, folder: &str| {
            format!(r#"{{"reason":"build-script-executed","package_id":"{id}","out_dir":"{folder}"}}"#)
        };
        let messages = [
            "   Compiling variorum v0.1.0",
            r#"{"reason":"compiler-artifact","package_id":"path+file:///x#variorum@0.1.0"}"#,
            &script("registry+https://github.com/rust-lang/crates.io-index#serde@1.0.0", "/a"),
            &script("path+file:///x#variorum@0.1.0", "/b"),
        ];
        assert_eq!(script_folder(&messages.join("\n")), Some(PathBuf::from("/b")));
        assert_eq!(script_folder(messages[0]), None);
    }
}
