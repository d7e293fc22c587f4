//! The page can ask nobody but the app: its policy refuses, and says so.

use journeys::catalogue::say_in;
use journeys::desktop::Desktop;
use journeys::hands::Hands;
use journeys::tour::{self, Guide, LOOKS, PASSPHRASE};
use serde_json::json;

#[test]
fn the_page_speaks_to_the_app_alone_and_its_policy_refuses_the_rest() {
    let desktop = Desktop::open();
    tour::settle(&desktop);
    let mut guide = Guide::open(&desktop);
    guide.look(LOOKS[0]);
    guide.driven.refresh();
    guide.rest();
    guide.driven.run(
        "window.refused = [];
         addEventListener('securitypolicyviolation', ({ effectiveDirective }) => window.refused.push(effectiveDirective));",
        &[],
    );
    let lang = guide.look.lang;
    guide.driven.fill(&say_in(lang, "passphrase"), PASSPHRASE);
    guide.driven.press(&say_in(lang, "lock-open"));
    guide.driven.see(&say_in(lang, "pinned"));
    guide.key("alt+Down");
    guide.key("ctrl+5");
    guide.key("ctrl+3");
    guide.key("ctrl+4");
    let refused = guide.driven.run("return window.refused", &[]);
    assert_eq!(refused, json!([]), "nothing of ours asks for anything else");

    let refused = guide.driven.run_later(
        "const done = arguments[arguments.length - 1];
         addEventListener('securitypolicyviolation', () => window.refused.length === 3 && done(window.refused.sort()));
         fetch('https://counterfoil.example/').catch(() => {});
         new Image().src = 'https://counterfoil.example/pixel.png';
         const script = document.createElement('script');
         script.src = 'https://counterfoil.example/code.js';
         document.head.append(script);",
        &[],
    );
    assert_eq!(
        refused,
        json!(["connect-src", "img-src", "script-src-elem"])
    );
    assert_eq!(
        guide.driven.run_later(ASKS, &[]),
        json!(["no", "no", "no", "no"]),
        "position, camera, microphone, notifications of the page's own"
    );
}

/// What a page may ask the user for is refused before anybody is asked, or is not there to be asked for.
const ASKS: &str = "
    const done = arguments[arguments.length - 1];
    const position = new Promise((yes, no) => navigator.geolocation ? navigator.geolocation.getCurrentPosition(yes, no) : no());
    const media = async (what) => navigator.mediaDevices.getUserMedia(what);
    const notify = async () => { if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused'); };
    const asked = [position, media({ video: true }), media({ audio: true }), notify()];
    Promise.allSettled(asked).then((all) => done(all.map(({ status }) => (status === 'rejected' ? 'no' : 'yes'))));";
