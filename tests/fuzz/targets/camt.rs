#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::read_as(&["camt.052", "camt.053", "camt.054"], bytes));
