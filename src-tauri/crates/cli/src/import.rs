//! `foil import`: compares statements with the ledger, and imports them where nothing is in doubt.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use api::App;
use api::imports::{
    AnswerDto, Counts, DiagnosticDto, FileAnswers, FileReview, ImportDone, QuestionDto,
};
use clap::Args;
use serde::Serialize;
use text::Catalogue;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::printed;

/// What `foil import` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Files to import; each stands alone
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only say what would become of the rows
    #[arg(long)]
    dry_run: bool,
    /// Accept new accounts, leave out rows that cannot be read, and import statements that do not add up
    #[arg(long)]
    yes: bool,
    /// Account of the ledger that the files are of, where they do not say; `new` for a new one
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    /// Profile to read the files by, as `foil profiles` lists it, whatever their header
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Answer to a question, such as dateOrder=dmy
    #[arg(long = "answer", value_name = "ABOUT=CHOICE", value_parser = crate::check::answer)]
    answers: Vec<(String, String)>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ImportJson<'a> {
    file: &'a str,
    import: Option<i64>,
    format: Option<&'a str>,
    accounts: Vec<AccountJson<'a>>,
    period: Option<Period<'a>>,
    counts: Counts,
    proof: &'static str,
    questions: &'a [QuestionDto],
    /// The profile that it was read by
    profile: Option<&'a str>,
    diagnostics: Vec<FindingJson<'a>>,
    links: u64,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct FindingJson<'a> {
    severity: &'a str,
    code: &'a str,
    line: Option<u64>,
    message: &'a str,
    excerpt: Option<&'a str>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct AccountJson<'a> {
    id: Option<i64>,
    name: &'a str,
    currency: Option<&'a str>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Period<'a> {
    from: &'a str,
    until: &'a str,
}

/// What became of one file.
struct Told {
    file: String,
    review: FileReview,
    counts: Counts,
    import: Option<i64>,
    /// Entries that are linked to a receipt since.
    links: u64,
    is_new_account: bool,
    fate: Fate,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// Imported, or known already, or only asked about: nothing is in doubt.
    Well,
    /// Something is in doubt, and nothing was written.
    InDoubt,
    /// Its bytes are those of one before it.
    Twice,
    /// Nothing in it can be imported.
    Refused,
}

/// Imports the files one after the other.
///
/// # Errors
/// The ledger does not open or cannot be written.
pub(crate) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    let catalogue = global.catalogue();
    let mut exits = Vec::with_capacity(arguments.files.len());
    let mut changed = false;
    for file in &arguments.files {
        let told = match import(&app, file, arguments) {
            Ok(told) => told,
            // Files before it were imported: they stand, and what stopped here is a finding.
            Err(failure) if changed => {
                let said = failure.said(&catalogue);
                writeln!(io::stderr(), "foil: {}: {said}", file.display())?;
                exits.push(Exit::Findings);
                break;
            }
            Err(failure) => return Err(failure),
        };
        for told in told {
            changed |= told.import.is_some();
            print(&told, arguments, global, &catalogue)?;
            exits.push(told.exit());
        }
    }
    let worst = exits.into_iter().max().unwrap_or(Exit::Well);
    // Status 2 promises that nothing was changed.
    Ok(if changed {
        worst.min(Exit::Findings)
    } else {
        worst
    })
}

/// Imports a file, or each statement inside it that is in no doubt.
fn import(app: &App, file: &Path, arguments: &Arguments) -> Result<Vec<Told>, Failure> {
    let answers = answers(arguments);
    let folder = file.parent().unwrap_or(Path::new(""));
    // Most files are in no doubt, and reading them once is enough.
    if !arguments.dry_run
        && answers.is_empty()
        && let Some((review, done)) = app.import_at_once(file, arguments.yes)?
    {
        let mut told = vec![Told::of(review, folder, arguments.yes)];
        tell(&mut told, done);
        return Ok(told);
    }
    let mut reviewed = app.preview_import(vec![file.to_path_buf()], None)?;
    if !answers.is_empty() {
        let given = (0..reviewed.files.len()).map(|at| FileAnswers {
            file: at,
            answers: answers.clone(),
            ..FileAnswers::default()
        });
        reviewed = app.answer_import(reviewed.review, given.collect())?;
    }
    let mut told: Vec<Told> = reviewed
        .files
        .into_iter()
        .map(|review| Told::of(review, folder, arguments.yes))
        .collect();
    if arguments.dry_run || told.iter().all(|one| one.fate != Fate::Well) {
        app.cancel_import(reviewed.review)?;
        return Ok(told);
    }
    let left_out = told.iter().enumerate().map(|(at, one)| FileAnswers {
        file: at,
        left_out: one.fate != Fate::Well,
        ..FileAnswers::default()
    });
    let done = app.commit_import(reviewed.review, left_out.collect())?;
    tell(&mut told, done);
    Ok(told)
}

/// Adds to what was found in files what became of those that were imported.
fn tell(told: &mut [Told], done: ImportDone) {
    if let [only] = told
        && let [made] = only.review.accounts.as_mut_slice()
    {
        made.id = made.id.or(done.account);
    }
    let imported = told.iter_mut().filter(|one| one.fate == Fate::Well);
    for (told, done) in imported.zip(done.files) {
        told.counts = done.counts;
        told.import = done.operation;
        told.links = done.links;
    }
}

fn answers(arguments: &Arguments) -> Vec<AnswerDto> {
    let account = arguments
        .account
        .iter()
        .map(|id| ("account".to_owned(), id.clone()));
    let profile = arguments
        .profile
        .iter()
        .map(|name| ("profile".to_owned(), name.clone()));
    arguments
        .answers
        .iter()
        .cloned()
        .chain(account)
        .chain(profile)
        .map(|(about, choice)| AnswerDto { about, choice })
        .collect()
}

fn fate(review: &FileReview, is_accepted: bool) -> Fate {
    let rows = review.counts;
    let total = rows.new + rows.known + rows.updated + rows.conflict;
    if review.diagnostics.iter().any(|one| one.code == "fileTwice") {
        return Fate::Twice;
    }
    if review.format.is_none() || (total == 0 && review.proofs.is_empty() && review.receipts == 0) {
        return Fate::Refused;
    }
    let is_new = is_new(review);
    let is_broken = review.proofs.iter().any(|proof| proof.proof == "broken");
    let is_unsure = is_new || is_broken || rows.conflict > 0 || review.has_errors();
    if !review.questions.is_empty() || (is_unsure && !is_accepted && review.already.is_none()) {
        Fate::InDoubt
    } else {
        Fate::Well
    }
}

fn is_new(review: &FileReview) -> bool {
    review.accounts.iter().any(|account| account.id.is_none())
}

/// What a review says of itself.
trait Findings {
    fn has_errors(&self) -> bool;
    fn has_findings(&self) -> bool;
    fn proof(&self) -> &'static str;
}

impl Findings for FileReview {
    fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|one| one.severity == "error")
    }

    fn has_findings(&self) -> bool {
        self.diagnostics.iter().any(|one| one.severity != "info") || self.proof() == "broken"
    }

    fn proof(&self) -> &'static str {
        let any = |outcome: &str| self.proofs.iter().any(|proof| proof.proof == outcome);
        if any("broken") {
            "broken"
        } else if any("holds") {
            "holds"
        } else {
            "unstated"
        }
    }
}

impl Told {
    /// A file that is not imported yet.
    fn of(review: FileReview, folder: &Path, is_accepted: bool) -> Self {
        Told {
            file: folder.join(&review.name).to_string_lossy().into_owned(),
            counts: review.counts,
            import: None,
            links: 0,
            is_new_account: is_new(&review),
            fate: fate(&review, is_accepted),
            review,
        }
    }

    fn exit(&self) -> Exit {
        match self.fate {
            Fate::InDoubt | Fate::Refused => Exit::Refused,
            Fate::Well if self.review.has_findings() || self.counts.conflict > 0 => Exit::Findings,
            Fate::Well | Fate::Twice => Exit::Well,
        }
    }
}

fn print(
    told: &Told,
    arguments: &Arguments,
    global: &Global,
    catalogue: &Catalogue,
) -> Result<(), Failure> {
    if global.json {
        return printed::json(&json(told));
    }
    let mut out = printed::out();
    let number = told.import.map(|number| number.to_string());
    let args = [
        ("file", told.file.as_str()),
        ("number", number.as_deref().unwrap_or_default()),
    ];
    let heading = match (told.fate, &told.import) {
        (Fate::Refused, _) => "cli-import-refused",
        (Fate::Twice, _) => "cli-import-twice",
        (Fate::InDoubt, _) => "cli-import-in-doubt",
        (Fate::Well, Some(_)) => "cli-import-heading",
        (Fate::Well, None) if arguments.dry_run => "cli-import-plan-heading",
        (Fate::Well, None) => "cli-import-already",
    };
    writeln!(out, "{}", catalogue.text(heading, &args))?;
    if !matches!(told.fate, Fate::Refused | Fate::Twice) {
        print_rows(told, catalogue, &mut out)?;
    }
    out.flush()?;
    if !global.quiet {
        print_findings(told, catalogue)?;
    }
    Ok(())
}

fn print_rows(told: &Told, catalogue: &Catalogue, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "  {}", brought(told, catalogue))?;
    let new = told.review.accounts.iter().filter(|_| told.is_new_account);
    for account in new {
        let name = if account.name.is_empty() {
            "?"
        } else {
            &account.name
        };
        let said = catalogue.text("cli-import-new-account", &[("account", name)]);
        writeln!(out, "  {said}")?;
    }
    for question in &told.review.questions {
        let id = format!("question-{}", printed::kebab(&question.about));
        writeln!(out, "  {}", catalogue.text(&id, &[]))?;
        if question.about == "conflict" {
            print_conflicts(&told.review, out)?;
        }
        for choice in &question.choices {
            let example = choice.example.as_deref().unwrap_or_default();
            writeln!(
                out,
                "    --answer {}={}  {example}",
                question.about, choice.value
            )?;
        }
    }
    let corrections = told.review.diagnostics.iter();
    for stands in corrections.filter_map(|one| one.correction.as_ref()) {
        writeln!(out, "    --answer {}={}", stands.about, stands.text)?;
    }
    if told.fate == Fate::InDoubt {
        writeln!(
            out,
            "  {}",
            catalogue.text("cli-import-in-doubt-remedy", &[])
        )?;
    }
    Ok(())
}

/// Each row that the ledger may have, beside what it has.
fn print_conflicts(review: &FileReview, out: &mut impl Write) -> io::Result<()> {
    for row in &review.rows {
        let Some(near) = &row.near else { continue };
        let line = row.line.map_or(String::new(), |line| format!(":{line}"));
        let there = near.line.map_or(String::new(), |line| format!(":{line}"));
        let day = row.date.as_deref().unwrap_or_default();
        writeln!(out, "    {}{line}  {day}  {}", review.name, row.text)?;
        writeln!(
            out,
            "    {}{there}  {}  {}",
            near.file, near.date, near.text
        )?;
    }
    Ok(())
}

fn print_findings(told: &Told, catalogue: &Catalogue) -> io::Result<()> {
    let mut err = io::stderr().lock();
    for finding in &told.review.diagnostics {
        match finding.line {
            Some(line) => writeln!(err, "{}:{line}", told.file)?,
            None => writeln!(err, "{}", told.file)?,
        }
        if let (Some(excerpt), Some(carets)) = (&finding.excerpt, &finding.carets) {
            writeln!(err, "    {excerpt}\n    {carets}")?;
        }
        writeln!(err, "{}", finding.message)?;
    }
    let left_out = told
        .review
        .rows
        .iter()
        .filter(|row| row.state == "unreadable");
    for line in left_out
        .filter_map(|row| row.line)
        .filter(|_| told.import.is_some())
    {
        let line = line.to_string();
        writeln!(
            err,
            "{}",
            catalogue.text("cli-import-left-out", &[("line", &line)])
        )?;
    }
    Ok(())
}

fn json(told: &Told) -> ImportJson<'_> {
    let review = &told.review;
    let period = review.from.as_deref().zip(review.until.as_deref());
    ImportJson {
        file: &told.file,
        import: told.import,
        format: review.format.as_deref(),
        accounts: review
            .accounts
            .iter()
            .map(|account| AccountJson {
                id: account.id,
                name: &account.name,
                currency: account.currency.as_deref(),
            })
            .collect(),
        period: period.map(|(from, until)| Period { from, until }),
        counts: told.counts,
        proof: review.proof(),
        questions: &review.questions,
        profile: review
            .mapping
            .as_ref()
            .and_then(|mapping| mapping.profile.as_deref()),
        diagnostics: review.diagnostics.iter().map(finding).collect(),
        links: told.links,
    }
}

fn finding(finding: &DiagnosticDto) -> FindingJson<'_> {
    FindingJson {
        severity: &finding.severity,
        code: &finding.code,
        line: finding.line,
        message: &finding.message,
        excerpt: finding.excerpt.as_deref(),
    }
}

/// What a file brought: rows of statements, receipts, links between them.
fn brought(told: &Told, catalogue: &Catalogue) -> String {
    let receipts = told.review.receipts;
    let rows = (told.counts != Counts::default() || receipts == 0)
        .then(|| counted(&told.counts, catalogue));
    let others = [
        ("cli-count-receipts", receipts),
        ("cli-count-links", told.links),
    ];
    let others = others.into_iter().filter(|(_, count)| *count > 0);
    let others = others.map(|(id, count)| {
        let count = count.to_string();
        catalogue.text(id, &[("count", &count)])
    });
    rows.into_iter()
        .chain(others)
        .collect::<Vec<_>>()
        .join(", ")
}

/// `22 new, 3 known`: the words that have a count, and at least the first.
pub(crate) fn counted(counts: &Counts, catalogue: &Catalogue) -> String {
    let words = [
        ("new", counts.new),
        ("known", counts.known),
        ("updated", counts.updated),
        ("conflict", counts.conflict),
        ("unreadable", counts.unreadable),
    ];
    words
        .iter()
        .filter(|(word, count)| *count > 0 || *word == "new")
        .map(|(word, count)| {
            let count = count.to_string();
            catalogue.text(&format!("cli-count-{word}"), &[("count", &count)])
        })
        .collect::<Vec<_>>()
        .join(", ")
}
