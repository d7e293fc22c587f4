#![allow(clippy::unwrap_used)]
use super::*;
use statement::{By, Decision, Entry, TextField};

fn reading() -> Reading<'static> {
    let entry = Entry {
        line: 7,
        amount: "-12.50".parse().unwrap(),
        booking_date: "2026-10-03".parse().ok(),
        transaction_time: "14:05:00".parse().ok(),
        currency: "EUR".parse().ok(),
        reference: Some("R1".into()),
        texts: vec![TextField {
            label: "Libellé".into(),
            text: "BOULANGERIE MOREL".into(),
        }],
        balance_after: "100.00".parse().ok(),
        ..Entry::default()
    };
    let statement = Statement {
        entries: vec![entry],
        newest_first: true,
        ..Statement::default()
    };
    let finding = Diagnostic::warning("badAmount")
        .found("4,2O")
        .at("a;4,2O;b", 3, 2..6)
        .record("Feuil1!B3")
        .field("Montant")
        .costs_row();
    let mapping = Mapping {
        fingerprint: "1h-0123".to_owned(),
        date_order: Decision::told("dmy", "mdy", By::Answer),
        ..Mapping::default()
    };
    Reading {
        statements: vec![statement],
        questions: vec![Question {
            about: "dateOrder",
            choices: Vec::new(),
            assumed: Some("dmy".to_owned()),
        }],
        switches: vec![Question {
            about: "sign",
            choices: Vec::new(),
            assumed: Some("inverted".to_owned()),
        }],
        diagnostics: vec![finding],
        mappings: vec![mapping],
    }
}

#[test]
fn a_reading_comes_back_as_it_was() {
    let mut bytes = Vec::new();
    write_answer(reading(), &mut bytes).unwrap();
    let back = read_answer(&bytes).unwrap();
    assert_eq!(format!("{back:?}"), format!("{:?}", reading()));
    let mut again = Vec::new();
    write_answer(back, &mut again).unwrap();
    assert_eq!(
        bytes, again,
        "identifiers are not in the debug text, but in these bytes"
    );
}

#[test]
fn a_job_comes_back_as_it_was() {
    let mut answers = Answers::none();
    answers.set("dateOrder", "dmy");
    let job = Job {
        kind: Kind::Statement,
        format: "xlsx".to_owned(),
        name: "relevé.xlsx".to_owned(),
        answers,
        look: None,
        print: None,
    };
    let mut bytes = Vec::new();
    job.write(b"document", &mut bytes).unwrap();
    let mut written = bytes.as_slice();
    let back = Job::read(&mut written).unwrap();
    let document = Job::read_document(&mut written).unwrap();
    assert_eq!(format!("{back:?}"), format!("{job:?}"));
    assert_eq!(document, b"document");
}

#[test]
fn an_answer_that_makes_no_sense_is_none() {
    for bytes in [
        &b""[..],
        b"[]",
        b"{\"statements\":[],\"questions\":[]}",
        b"\xFF",
        br#"{"statements":[],"questions":[{"about":"a b","choices":[],"assumed":null}],"diagnostics":[],"mappings":[]}"#,
    ] {
        assert!(read_answer(bytes).is_none());
    }
}

#[test]
fn a_length_beyond_the_largest_document_costs_no_memory() {
    let bytes = u64::MAX.to_le_bytes();
    assert!(Job::read_document(&mut bytes.as_slice()).is_err());
    let bytes = u32::MAX.to_le_bytes();
    assert!(Job::read(&mut bytes.as_slice()).is_err());
}

#[test]
fn pages_come_back_as_they_were() {
    let page = Page::new(2, 2, vec![0, 10, b'\n', 255]).unwrap();
    let ready = |page: Page, codes: &[&str]| Ready {
        page,
        codes: codes.iter().map(ToString::to_string).collect(),
    };
    let pages = vec![
        ready(page.clone().turned_before(true), &["BCD\n002"]),
        ready(page, &[]),
    ];
    let mut bytes = Vec::new();
    write_pages(Ok(pages.clone()), &mut bytes).unwrap();
    assert_eq!(read_pages(&bytes).unwrap().unwrap(), pages);
    let mut refused = Vec::new();
    write_pages(
        Err(Box::new(Diagnostic::error("pictureHeic"))),
        &mut refused,
    )
    .unwrap();
    assert_eq!(
        read_pages(&refused).unwrap().unwrap_err().code,
        "pictureHeic"
    );
    assert!(read_pages(b"\x09\0\0\0{}").is_none(), "less than it says");
}

#[test]
fn what_is_on_paper_and_what_is_not_pass_through_as_they_are() {
    let passed = |paper: OnPaper| {
        let mut written = Vec::new();
        write_paper(paper, &mut written).unwrap();
        read_paper(&written).unwrap()
    };
    let printed = Printed {
        pages: 3,
        locked: vec!["facture.pdf".to_owned()],
        pdf: b"%PDF".to_vec(),
    };
    assert_eq!(passed(Ok(printed.clone())).unwrap(), printed);
    let (place, why) = passed(Err((1, Box::new(Diagnostic::error("encrypted"))))).unwrap_err();
    assert_eq!((place, why.code), (1, "encrypted"));
    assert!(
        read_paper(b"\x02\0\0\0{}").is_none(),
        "no answer of a child"
    );
}
