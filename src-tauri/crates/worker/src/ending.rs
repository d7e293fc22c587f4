//! Endings of names, for where nothing is read yet: a file is recognised by its content, and only proposed by its name.

/// Of files that a person takes for statements.
const STATEMENTS: [&str; 18] = [
    "csv", "tsv", "tab", "txt", "asc", "ofx", "qfx", "qbo", "qif", "xml", "sta", "940", "942",
    "mt940", "xls", "xlsx", "ods", "pdf",
];

/// Of files that only receipts come in. A saved page is left out: hardly one of them is an order.
const RECEIPTS: [&str; 7] = ["eml", "mbox", "ics", "png", "jpg", "jpeg", "webp"];

/// Whether a file of this name is taken for a statement.
pub(crate) fn is_of_statement(name: &str) -> bool {
    STATEMENTS.contains(&ending(name).as_str())
}

/// Whether a file of this name may be a statement or a receipt. Archives are not proposed: hardly one of them is of a bank.
pub fn may_be_read(name: &str) -> bool {
    is_of_statement(name) || RECEIPTS.contains(&ending(name).as_str())
}

fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// The names of what is read, in every folder of examples.
    fn examples() -> Vec<String> {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/corpus");
        let folders = std::fs::read_dir(corpus).expect("the examples");
        let files = folders.flat_map(|folder| {
            let ok = folder.expect("a folder").path().join("ok");
            std::fs::read_dir(ok).expect("a folder of examples")
        });
        let names = files.map(|file| file.expect("a file").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        names.filter(|name| !name.ends_with(".expected")).collect()
    }

    #[test]
    fn every_example_of_every_format_may_be_read_by_its_name() {
        let examples = examples();
        assert!(examples.len() > 100, "{}", examples.len());
        let strangers: Vec<&String> = examples.iter().filter(|name| !may_be_read(name)).collect();
        assert!(strangers.is_empty(), "{strangers:?}");
    }

    #[test]
    fn half_a_download_a_program_and_a_file_without_an_ending_are_not_proposed() {
        for name in [
            "statement.pdf.part",
            "statement.ofx.crdownload",
            "Unconfirmed 1.download",
            "setup.exe",
            "photos.zip",
            "csv",
        ] {
            assert!(!may_be_read(name), "{name}");
        }
        assert!(may_be_read("STATEMENT.PDF"), "whatever its case");
    }
}
