const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** The task after the next frame: what was in the document before it has been painted. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const shows = (element) => (element?.getClientRects().length ?? 0) > 0;
const named = (name) =>
  [...document.querySelectorAll('button')].find((button) => shows(button) && (button.ariaLabel ?? button.textContent).trim() === name);
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? null;

async function until(ask) {
  const end = performance.now() + 20_000;
  for (;;) {
    const answer = ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`in vain: ${ask}`);
    await frame();
  }
}

/** Once the document is as asked for: at the very change, not at the next frame after it. */
function seen(ask) {
  return new Promise((resolve, reject) => {
    if (ask()) return resolve();
    const late = setTimeout(() => reject(new Error(`in vain: ${ask}`)), 20_000);
    const watch = new MutationObserver(() => {
      if (!ask()) return;
      watch.disconnect();
      clearTimeout(late);
      resolve();
    });
    watch.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  });
}

/** From a moment until the frame that shows what is asked for has been painted, as a performance measure, and when the document was changed. */
async function waitedFor(name, ask, start) {
  performance.mark(`${name}-begins`, { startTime: start });
  await seen(ask);
  const changed = performance.now();
  await painted();
  return { took: performance.measure(name, { start }).duration, changed };
}

const waited = async (name, ask, start = performance.now()) => (await waitedFor(name, ask, start)).took;

/** From now on, when each answer of a command was asked for and came. */
function overheard(command) {
  const answers = [];
  const { fetch } = window;
  window.fetch = async (...asked) => {
    const began = performance.now();
    const answer = await fetch(...asked);
    if (String(asked[0]).endsWith(`/${command}`)) answers.push({ began, at: performance.now() });
    return answer;
  };
  return { answers, stop: () => (window.fetch = fetch) };
}

const pane = () => document.querySelector('.conversation-pane');
const box = () => document.querySelector('section.timeline');

async function open(row) {
  const before = pane();
  const took = waited('conversation', () => pane() && pane() !== before && pane().querySelector('[data-bubble]'));
  row.click();
  return took;
}

/** Nine points down the middle of the list: each must hit a row, or the small gap beside one. */
function isBlank() {
  const area = box().getBoundingClientRect();
  const x = area.left + area.width / 2;
  const isRow = (y) => document.elementFromPoint(x, y)?.closest('[data-key], .sticky, .to-end, .composer') != null;
  for (let at = 1; at <= 9; at += 1) {
    const y = area.top + (area.height * at) / 10;
    if (![0, -14, 14].some((by) => isRow(y + by))) return true;
  }
  return false;
}

const firstDay = () => document.querySelector('[data-day]')?.dataset.day ?? null;
const yearsBefore = (day, years) => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;

function frames() {
  const seen = { times: [], blank: 0, last: null };
  return {
    seen,
    note(at) {
      if (seen.last !== null) seen.times.push(at - seen.last);
      seen.last = at;
      if (isBlank()) seen.blank += 1;
    },
    told: () => ({
      frames: seen.times.length,
      blank: seen.blank,
      median: median(seen.times),
      worst: Math.max(...seen.times),
    }),
  };
}

const measures = {
  async unlock(name) {
    const list = waited('list', () => shows(document.querySelector('.conversation')));
    // The way through the form is the user's; from the open door on it is ours.
    named(name).click();
    const took = await list;
    return { list: took, timeline: await open(document.querySelector('.conversation[data-kind="account"]')) };
  },

  async switching(count) {
    const rows = [...document.querySelectorAll('.conversation')].filter((row) => row.ariaCurrent === null);
    const times = [];
    for (let at = 0; at < count; at += 1) {
      times.push(await open(rows[at % rows.length]));
      await painted();
    }
    return { median: median(times), worst: Math.max(...times) };
  },

  /** Empties the search field and gives it the focus. */
  async field() {
    const field = document.querySelector('input[type="search"]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    set.call(field, '');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.focus();
    await painted();
  },

  /** Waits, from now on, for the next key: what it leads to is told by `heard`. */
  async listen() {
    const field = document.querySelector('input[type="search"]');
    const before = field.value;
    const answers = () => document.querySelector('.results')?.dataset.answers;
    const { answers: answered, stop } = overheard('search');
    window.heard = new Promise((resolve, reject) => {
      const hear = async (event) => {
        // The press itself, however long the page took to hear of it.
        const start = Math.min(event.timeStamp, performance.now());
        const isShown = () => field.value !== before && answers() === field.value;
        const { took, changed } = await waitedFor('search', isShown, start);
        stop();
        const { began, at } = answered.findLast((answer) => answer.at <= changed) ?? {};
        resolve({ took, asked: began - start, core: at - began, made: changed - at, drawn: start + took - changed });
      };
      field.addEventListener('keydown', (event) => hear(event).catch(reject), { capture: true, once: true });
    });
  },

  /** From that key until what was found for the text with it has been painted, and its parts: until the core was asked, its answer, until the document
   * was changed, layout and paint. */
  async heard() {
    return window.heard;
  },

  /** As a finger does: half a screen each frame. Goes on where it stopped, as a driver waits half a minute at most. */
  async fling(years) {
    if (!window.flung) {
      await open(document.querySelector('.conversation[data-kind="account"]:not([aria-current])'));
      await painted();
      const from = [...document.querySelectorAll('[data-day]')].at(-1).dataset.day;
      window.flung = { from, goal: yearsBefore(from, years), watch: frames(), stalled: 0 };
    }
    const { from, goal, watch } = window.flung;
    watch.seen.last = null;
    const end = performance.now() + 20_000;
    while (firstDay() > goal && performance.now() < end) {
      watch.note(await frame());
      if (box().scrollTop <= 0) window.flung.stalled += 1;
      box().scrollTop -= 400;
    }
    return { from, to: firstDay(), isThere: firstDay() <= goal, stalled: window.flung.stalled, ...watch.told() };
  },

  /** What the core alone takes to answer, to tell its part from the page's. */
  async commands() {
    const { invoke } = window.__TAURI_INTERNALS__;
    const took = {};
    const ask = async (name, command, request) => {
      const began = performance.now();
      const answer = await invoke(command, request);
      took[name] = performance.now() - began;
      return answer;
    };
    const list = await ask('list of conversations', 'list_conversations', {});
    const account = { kind: 'account', id: list.accounts[0].id };
    const other = { kind: 'counterparty', id: list.conversations[0].id };
    const page = (conversation) => ({ request: { conversation, before: null, after: null, at: null, limit: 80 } });
    await ask('categories', 'list_categories', {});
    await ask('receipts', 'receipt_inbox', { limit: 30 });
    await ask('page of an account', 'page_timeline', page(account));
    await ask('page of a merchant', 'page_timeline', page(other));
    await ask('header of an account', 'get_header', { conversation: account });
    await ask('header of a merchant', 'get_header', { conversation: other });
    await ask('mark as read', 'mark_read', { conversation: other });
    await ask('search', 'search', { query: 'boulangerie', limit: 100 });
    return took;
  },

  async jump(yearBefore) {
    const watch = frames();
    let goes = true;
    const count = (async () => {
      while (goes) watch.note(await frame());
    })();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'g', ctrlKey: true, bubbles: true, cancelable: true }));
    await until(() => named(yearBefore));
    named(yearBefore).click();
    await painted();
    named(yearBefore).click();
    await painted();
    const dialog = document.querySelector('[role="dialog"]');
    const year = dialog.querySelector('h3').textContent.trim();
    const goal = `${year}-03`;
    const took = waited('jump', () => {
      const top = box().getBoundingClientRect().top;
      const day = [...document.querySelectorAll('[data-day]')].find((row) => row.getBoundingClientRect().bottom >= top);
      return !document.querySelector('[role="dialog"]') && day?.dataset.day.startsWith(goal);
    });
    watch.seen.blank = 0;
    dialog.querySelectorAll('ul button')[2].click();
    const time = await took;
    goes = false;
    await count;
    return { to: goal, took: time, ...watch.told() };
  },
};
