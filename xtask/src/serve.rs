//! `cargo xtask serve`: builds everything and serves the page on this machine.

use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use anyhow::{Context, Result};
use clap::Args;

use crate::command;
use crate::server::{self, Site};
use crate::steps::Steps;
use crate::workspace::Workspace;

/// The port that is tried first.
const FIRST_PORT: u16 = 8080;

/// How many ports are tried, one after the other, before giving up.
const PORTS_TRIED: u16 = 100;

/// What `serve` takes.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Serve on this port and no other [default: 8080, or the next that is free].
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Open the page in the browser.
    #[arg(long)]
    open: bool,
}

/// Builds and serves until interrupted.
///
/// # Errors
/// When a step fails or no port is free.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let steps = Steps::start();
    crate::build::build(workspace, &steps)?;
    // Only now, so that a port is not held by a server that has nothing to serve.
    let listener = listen(options.port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("\n  ready in {:.1} s\n  Variorum is on {address}  (Ctrl-C ends it)\n", steps.elapsed().as_secs_f32());
    if options.open
        && command::answer("xdg-open", &[&address]).or_else(|| command::answer("open", &[&address])).is_none()
    {
        println!("  No browser could be opened from here: open the address yourself.");
    }
    server::serve(&listener, &Site::new(workspace.path("dist"))?)
}

/// Serves the built page on a port that is free, for as long as this program runs.
///
/// # Errors
/// When the page has not been built or no port is free.
pub(crate) fn in_background(workspace: &Workspace) -> Result<String> {
    let site = Site::new(workspace.path("dist"))?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    let address = format!("http://{}/", listener.local_addr()?);
    thread::spawn(move || server::serve(&listener, &site));
    Ok(address)
}

/// A listener on the port that was asked for, or on the first free one.
///
/// Only this machine can reach it: what one pastes is nobody else's business.
pub(crate) fn listen(port: Option<u16>) -> Result<TcpListener> {
    if let Some(port) = port {
        return TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port} cannot be used: choose another with --port, or none"));
    }
    let ports = FIRST_PORT..FIRST_PORT + PORTS_TRIED;
    ports
        .clone()
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| format!("no port of {} to {} is free: choose one with --port", ports.start, ports.end - 1))
}
