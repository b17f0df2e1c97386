//! The command line of Variorum: `variorum compare` for people, `variorum batch` for programs.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

/// The browser takes the library; there is no command line in it.
#[cfg(target_arch = "wasm32")]
fn main() {}
