//! What the kernel was asked for: every socket of every process of the app.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The arguments that make strace follow every child and write down each socket it makes.
pub fn wrap(command: &mut Command, log: &Path, program: &Path) {
    command
        .args([
            "-f",
            "-qq",
            "--seccomp-bpf",
            "-e",
            "trace=socket",
            "-e",
            "signal=none",
            "-o",
        ])
        .arg(log)
        .arg(program);
}

/// Every line of the log that made a socket.
///
/// # Panics
/// There is no log.
pub fn sockets(log: &Path) -> Vec<String> {
    let text = fs::read_to_string(log).expect("strace wrote its log");
    text.lines()
        .filter(|line| line.contains("socket("))
        .map(str::to_owned)
        .collect()
}

/// Those among them that could reach another machine: Internet of either version, raw and packet sockets.
pub fn reaching_out(sockets: &[String]) -> Vec<&String> {
    let far = ["AF_INET", "AF_INET6", "AF_PACKET"];
    sockets
        .iter()
        .filter(|line| {
            far.iter()
                .any(|family| line.contains(&format!("socket({family},")))
        })
        .collect()
}
