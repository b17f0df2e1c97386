//! Every chore of the project, one file a command: `cargo xtask help` lists them.

mod apt;
mod build;
mod command;
mod engine;
mod gold;
mod manifest;
mod npm;
mod stamp;
mod steps;
mod toolchain;
mod train_tagger;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use crate::workspace::Workspace;

/// Chores of Variorum. Each sets up what it needs, says what it does, and does nothing twice.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Chore {
    /// Build the engine's packages into pkg/ and the page into dist/.
    Build,
    /// Score the reports on the gold sets against what people found in them.
    #[command(disable_help_flag = true)]
    Gold {
        /// See `cargo xtask gold --help`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Learn the weights of the part-of-speech tagger anew from a treebank, and print how good they are.
    TrainTagger {
        /// `--train FILE` and `--test FILE`, where they do not lie in ../shared/data/tags.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    match run(Chore::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(chore: Chore) -> Result<()> {
    let workspace = Workspace::find()?;
    match chore {
        Chore::Build => build::run(&workspace),
        Chore::Gold { arguments } => gold::run(&workspace, arguments),
        Chore::TrainTagger { arguments } => train_tagger::run(&arguments),
    }
}
