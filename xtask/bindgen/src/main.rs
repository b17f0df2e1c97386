//! Writes the JavaScript packages around the compiled wasm, through wasm-bindgen's own library.
//!
//! It is a program apart from `xtask` because the library takes a minute to compile: this way `cargo xtask`
//! answers at once, and the minute passes beside the other steps of a first build.
//!
//! ```text
//! bindgen WASM OUT_NAME TARGET=FOLDER…        TARGET is web, bundler or nodejs
//! ```

use std::env;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let usage = "usage: bindgen WASM OUT_NAME TARGET=FOLDER…";
    let wasm = arguments.next().context(usage)?;
    let out_name = arguments.next().context(usage)?;
    for pair in arguments {
        let (target, folder) = pair.split_once('=').context(usage)?;
        write_package(Path::new(&wasm), &out_name, target, Path::new(folder))
            .with_context(|| format!("the {target} package in {folder}"))?;
    }
    Ok(())
}

/// Writes `OUT_NAME.js`, `OUT_NAME.d.ts` and `OUT_NAME_bg.wasm` into `folder`.
fn write_package(wasm: &Path, out_name: &str, target: &str, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(out_name).typescript(true);
    // It does nothing at run time and would be downloaded by every reader; so would the names, which wasm-opt orders the
    // functions by before it takes them off.
    bindgen.remove_producers_section(true);
    match target {
        "web" => bindgen.web(true)?,
        "bundler" => bindgen.bundler(true)?,
        "nodejs" => bindgen.nodejs(true)?,
        other => bail!("unknown target \"{other}\": use web, bundler or nodejs"),
    };
    bindgen.generate(folder)
}
