//! Every chore of the project, one file a command.
fn main() {}
