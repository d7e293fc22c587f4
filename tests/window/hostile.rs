//! A mail that would call home in every way that a mail can, looked at: no socket is opened, and what it says can be read.

use std::fs;

use journeys::app::App;
use journeys::catalogue::say;
use journeys::desktop::{Desktop, SCREEN};
use journeys::hands::{Hands, Seen};
use journeys::tray::Tray;
use journeys::{drag, picture, trace};

use crate::steps::{Lock, first_run};

/// Each line calls out in another way.
const CALLS: [&str; 14] = [
    "<meta http-equiv=\"refresh\" content=\"0;url=http://192.0.2.1/refresh\">",
    "<link rel=\"stylesheet\" href=\"http://192.0.2.1/sheet.css\"><link rel=\"dns-prefetch\" href=\"//tracker.example\">",
    "<style>@import url(http://192.0.2.1/import.css); body { background: url(http://192.0.2.1/background.png) }</style>",
    "<style>@font-face { font-family: far; src: url(http://192.0.2.1/font.woff) } p { font-family: far }</style>",
    "<script>new Image().src = 'http://192.0.2.1/script'; fetch('http://192.0.2.1/fetch')</script>",
    "<img src=\"http://192.0.2.1/pixel.gif\" width=\"1\" height=\"1\" onerror=\"fetch('http://192.0.2.1/error')\">",
    "<img srcset=\"http://192.0.2.1/set.png 2x\" alt=\"set\"><picture><source srcset=\"http://192.0.2.1/source.png\"></picture>",
    "<iframe src=\"http://192.0.2.1/frame\"></iframe><object data=\"http://192.0.2.1/object\"></object><embed src=\"http://192.0.2.1/embed\">",
    "<form action=\"http://192.0.2.1/form\"><input type=\"image\" src=\"http://192.0.2.1/input.png\" autofocus></form>",
    "<video autoplay poster=\"http://192.0.2.1/poster.png\" src=\"http://192.0.2.1/video.mp4\"></video><audio autoplay src=\"http://192.0.2.1/a.mp3\"></audio>",
    "<svg><image href=\"http://192.0.2.1/svg.png\"/><style>@import 'http://192.0.2.1/svg.css'</style></svg>",
    "<p style=\"background-image: url(http://192.0.2.1/style.png); list-style: url('http://192.0.2.1/list.png')\">Bonjour</p>",
    "<table background=\"http://192.0.2.1/table.png\"><tr><td>Cher client</td></tr></table>",
    "<a href=\"http://192.0.2.1/link\" ping=\"http://192.0.2.1/ping\">Suivre mon colis</a>",
];

#[test]
fn a_hostile_mail_is_read_and_opens_no_internet_socket() {
    let desktop = Desktop::open();
    let mut tray = Tray::open(&desktop);
    let log = desktop.home().join("hostile.log");
    let mut hands = Seen::at(&desktop, App::start_traced(&desktop, &log));
    first_run(&mut hands, Lock::Passphrase);

    let file = desktop.bank().join("hostile.eml");
    let body = CALLS.join("\r\n");
    let mail = format!(
        "From: Volt & Cie <commandes@volt-et-cie.example>\r\nTo: lea@exemple.example\r\nSubject: Confirmation de votre commande 40-22817\r\n\
         Date: Thu, 1 Oct 2026 09:12:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=us-ascii\r\n\r\n\
         <html><head>\r\n</head><body>{body}<p>Commande 40-22817</p><table><tr><td>Total TTC</td><td>24,99 EUR</td></tr></table></body></html>\r\n"
    );
    fs::write(&file, mail).unwrap();
    drag::carry(&desktop, &[&file], (SCREEN.0 / 8, SCREEN.1 / 2)).drop_there();
    hands.see(&say("receipts-waiting"));

    hands.press("hostile.eml");
    hands.see(&say("mail-from"));
    hands.see("Suivre mon colis");
    hands.see("Total TTC");
    picture::take(&desktop, "hostile-mail");

    tray.choose(&say("tray-quit"));
    hands.wait_for_end();
    let sockets = trace::sockets(&log);
    assert!(
        !sockets.is_empty(),
        "the app talks to the display and the bus, so an empty log has seen nothing"
    );
    let far = trace::reaching_out(&sockets);
    assert!(
        far.is_empty(),
        "a mail that is looked at may reach nobody: {far:#?}"
    );
}
