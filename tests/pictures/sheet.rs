//! The contact sheet: each picture beside the one of the design that shows the same, as a page that any browser opens.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// What the design's pictures of a look are called after their own name.
const LOOKS: [(&str, &[&str]); 4] = [
    ("fr-light-1280", &["-light", ""]),
    ("fr-dark-1280", &["-dark"]),
    ("en-light-1280", &["-en"]),
    ("fr-light-760", &["-760-light", "-760"]),
];

/// Writes the sheet beside the pictures.
///
/// # Panics
/// The folder cannot be written.
pub(crate) fn make<'a>(
    folder: &Path,
    beside: &Path,
    pairs: impl Iterator<Item = (&'a str, &'a str)>,
) -> PathBuf {
    let mut page = String::from(
        "<!doctype html><meta charset=\"utf-8\"><title>Beside the design</title>\n\
         <style>body{margin:16px;font:14px sans-serif}section{display:grid;grid-template-columns:1fr 1fr;gap:8px 16px}\
         img{width:100%;border:1px solid #999}h2{grid-column:1/-1;margin:16px 0 0;font-size:15px}</style>\n",
    );
    for (name, mock) in pairs {
        for (look, endings) in LOOKS {
            let ours = folder.join(format!("{name}-{look}.png"));
            let theirs = endings
                .iter()
                .map(|ending| beside.join(format!("{mock}{ending}.png")))
                .find(|file| file.is_file());
            if let (true, Some(theirs)) = (ours.is_file(), theirs) {
                let _ = writeln!(
                    page,
                    "<section><h2>{name} · {look}</h2><img src=\"{}\"><img src=\"{}\"></section>",
                    ours.display(),
                    std::path::absolute(theirs).expect("a path").display()
                );
            }
        }
    }
    let file = folder.join("beside.html");
    fs::write(&file, page).expect("a folder of ours");
    file
}
