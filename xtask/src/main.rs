//! Every chore of the project, one file a command.

mod gold;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("gold") => gold::run(arguments),
        _ => anyhow::bail!("usage: cargo xtask gold [OPTIONS]"),
    }
}
