//! `package`: what is handed to people who do not build. Made from the release build with what is on the machine;
//! nothing is downloaded.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{self, Profile};
use crate::{Failure, folder, interface, setup, tree};

const DESKTOP_ENTRY: &str = "\
[Desktop Entry]
Type=Application
Name=Counterfoil
GenericName=Bank statements
GenericName[fr]=Relevés bancaires
Comment=Your bank statements as conversations, on your own machine
Comment[fr]=Vos relevés bancaires en conversations, sur votre propre machine
Exec=counterfoil
Icon=counterfoil
Terminal=false
Categories=Office;Finance;
StartupWMClass=counterfoil
";

/// The libraries that the window loads, by Debian's names.
const DEBIAN_DEPENDS: &str =
    "libwebkit2gtk-4.1-0, libgtk-3-0 | libgtk-3-0t64, libayatana-appindicator3-1, libxdo3";

/// Builds for release and packs.
///
/// # Errors
/// Something is missing, does not compile, or cannot be written.
pub(crate) fn package() -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        return Err("packages are made on Linux so far; on this system `cargo xtask run --release` builds the programs".to_owned());
    }
    setup::for_running(false)?;
    interface::build()?;
    run::build(Profile::Release)?;
    let out = tree::target().join("package");
    folder::empty(&out)?;
    let name = format!(
        "counterfoil-{}-{}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::ARCH
    );
    let stage = out.join(&name);
    lay_out(&stage.join("usr"))?;

    let archive = out.join(format!("{name}.tar.gz"));
    tree::run(
        Command::new("tar")
            .args(["--owner=0", "--group=0", "-czf"])
            .arg(&archive)
            .arg("-C")
            .arg(&out)
            .arg(&name),
    )?;
    println!("{}", archive.display());
    if tree::find_program("dpkg-deb").is_some() {
        println!("{}", debian_package(&out, &stage)?.display());
    }
    Ok(())
}

/// Puts programs, desktop entry, icons and licences where the file system hierarchy wants them.
fn lay_out(usr: &Path) -> Result<(), Failure> {
    let release = tree::target().join(Profile::Release.folder());
    for program in ["counterfoil", "foil"] {
        place(&release.join(program), &usr.join("bin").join(program))?;
    }
    let entry = usr.join("share/applications/counterfoil.desktop");
    make_parent(&entry)?;
    fs::write(&entry, DESKTOP_ENTRY).map_err(tree::at(&entry))?;
    for (icon, size) in icons()? {
        place(
            &icon,
            &usr.join(format!(
                "share/icons/hicolor/{size}x{size}/apps/counterfoil.png"
            )),
        )?;
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        place(
            &tree::root().join(licence),
            &usr.join("share/doc/counterfoil").join(licence),
        )?;
    }
    Ok(())
}

/// The app's icons and their sizes, by their names: `icons/128x128.png`.
fn icons() -> Result<Vec<(PathBuf, u32)>, Failure> {
    let folder = tree::root().join("icons");
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).map_err(tree::at(&folder))? {
        let path = entry.map_err(tree::at(&folder))?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Some(size) = icon_size(&name) {
            found.push((path, size));
        }
    }
    found.sort();
    if found.is_empty() {
        return Err(format!(
            "no icon of the form 128x128.png in {}",
            folder.display()
        ));
    }
    Ok(found)
}

fn icon_size(file_name: &str) -> Option<u32> {
    let (width, height) = file_name.strip_suffix(".png")?.split_once('x')?;
    (width == height).then(|| width.parse().ok()).flatten()
}

fn debian_package(out: &Path, stage: &Path) -> Result<PathBuf, Failure> {
    let architecture = tree::read(Command::new("dpkg").arg("--print-architecture"))
        .ok_or("dpkg does not say its architecture")?;
    let control = stage.join("DEBIAN/control");
    make_parent(&control)?;
    let version = env!("CARGO_PKG_VERSION");
    let text = format!(
        "Package: counterfoil\nVersion: {version}\nArchitecture: {architecture}\nSection: misc\nPriority: optional\n\
         Maintainer: The Counterfoil authors <counterfoil@localhost>\nDepends: {DEBIAN_DEPENDS}\n\
         Description: Bank statements as conversations, on your own machine\n \
         Keeps a person's whole transaction history encrypted on their own machine\n and never opens a network connection.\n"
    );
    fs::write(&control, text).map_err(tree::at(&control))?;
    let package = out.join(format!("counterfoil_{version}_{architecture}.deb"));
    tree::run(
        Command::new("dpkg-deb")
            .args(["--root-owner-group", "--build"])
            .arg(stage)
            .arg(&package),
    )?;
    Ok(package)
}

fn place(from: &Path, to: &Path) -> Result<(), Failure> {
    make_parent(to)?;
    fs::copy(from, to).map(|_| ()).map_err(tree::at(from))
}

fn make_parent(path: &Path) -> Result<(), Failure> {
    path.parent().map_or(Ok(()), |parent| {
        fs::create_dir_all(parent).map_err(tree::at(parent))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icons_size_is_read_from_its_name() {
        assert_eq!(icon_size("128x128.png"), Some(128));
        for name in [
            "icon.png",
            "128x128@2x.png",
            "128x64.png",
            "128x128.ico",
            "tray.png",
        ] {
            assert_eq!(
                icon_size(name),
                None,
                "{name} has no size of the icon theme in its name"
            );
        }
    }
}
