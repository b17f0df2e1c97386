//! Runs compiled wasm tests in a headless browser: wasm-bindgen's own runner, built from this workspace's lock
//! file so that nobody has to install the matching version of its command line.
//!
//! Cargo calls it with the test's wasm file; `CHROMEDRIVER` names the driver of the browser.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args())
}
