/** The search screen: what its field holds, which of what it finds is listed, and the row that is looked at. */
import { tick } from 'svelte';

import type { ConversationRef } from '../api/generated/ConversationRef';
import type { SearchResults } from '../api/generated/SearchResults';
import { ledger } from '../state/ledger.svelte';
import { t } from '../state/view.svelte';
import { accountsNamed, conversationsNamed } from './named';
import { EXAMPLES, stepped } from './palette';
import { settled, textOf, type Part } from './parts';
import { openPlace } from './place';
import {
  countsOf,
  hitRows,
  moreKey,
  namedRows,
  optionsOf,
  ROW_KINDS,
  sectionsOf,
  type NamedRow,
  type Row,
  type RowKind,
} from './rows';
import { Seeking } from './seeking.svelte';

/** More names alike than anybody looks through. */
const NAMES = 100;

const NONE: ReadonlySet<RowKind> = new Set();

export function exampleKey(example: string): string {
  return `found-example-${example}`;
}

/** The conversation that a named row leads to. */
export function referenceOf(row: NamedRow): ConversationRef {
  if (row.account) return { kind: 'account', id: row.account.id };
  return { kind: 'counterparty', id: row.counterparty.id };
}

/** Who leaves the screen goes on in the list, at the conversation that is open. */
function focusList(): void {
  const list = document.querySelector('.sidebar');
  const row = list?.querySelector<HTMLElement>('.conversation[aria-current], .conversation');
  row?.focus({ preventScroll: true });
}

class SearchScreen extends Seeking {
  /** What is understood, as chips before what is being written. */
  parts = $state.raw<Part[]>([]);
  rest = $state('');
  /** The kind that is wanted alone. */
  asked = $state<RowKind | null>(null);
  unfolded = $state.raw<ReadonlySet<RowKind>>(NONE);
  /** The option that was gone to. */
  gone = $state<string | null>(null);
  /** There is room for the place of the chosen row beside what was found. */
  hasPreview = $state(false);
  field: HTMLInputElement | null = null;
  /** The end of the text is being written: what stands there may not be over. */
  #isTyping = false;
  #isComposing = false;

  #names = $derived(
    namedRows(accountsNamed(this.answered.trim(), NAMES), conversationsNamed(this.answered.trim(), NAMES)),
  );
  rows = $derived<Row[]>([...this.#names, ...hitRows(this.found.groups)]);
  counts = $derived(countsOf(this.rows));
  /** Everything again where a search finds none of it; what the window holds may hold none yet. */
  only = $derived(this.asked !== null && (this.counts[this.asked] > 0 || !this.isWhole) ? this.asked : null);
  sections = $derived(sectionsOf(this.rows, this.only, this.unfolded));
  options = $derived(this.isShown ? optionsOf(this.sections) : EXAMPLES.map(exampleKey));
  /** The option that Enter takes: of what is found, the first until another one is gone to. */
  chosen = $derived(
    this.gone !== null && this.options.includes(this.gone)
      ? this.gone
      : this.isShown
        ? (this.options[0] ?? null)
        : null,
  );
  row = $derived(this.rows.find(({ key }) => key === this.chosen) ?? null);
  isNothing = $derived(this.isShown && this.isWhole && this.fault === null && this.rows.length === 0);

  /** There are options to walk: results, or examples while nothing is looked for. */
  isListed = $derived(!this.isNothing && this.fault === null);

  override type(query: string): void {
    this.gone = null;
    this.unfolded = NONE;
    super.type(query);
  }

  protected override show(query: string, found: SearchResults, isWhole: boolean): void {
    super.show(query, found, isWhole);
    if (query === '') [this.parts, this.rest] = [[], ''];
    this.#settle();
  }

  /** Takes what is typed behind the chips. */
  write(rest: string, isComposing: boolean): void {
    this.rest = rest;
    this.#isTyping = true;
    this.#isComposing = isComposing;
    this.type(textOf(this));
  }

  /** Makes chips of what is understood, unless that would move the letters under the writer's hand. */
  #settle(): void {
    const { field } = this;
    if (!this.isAnswered || this.#isComposing) return;
    if (this.#isTyping && field !== null && field.selectionEnd !== field.value.length) return;
    ({ parts: this.parts, rest: this.rest } = settled(this, this.found.chips, this.#isTyping));
    const text = textOf(this);
    if (text !== this.query) {
      this.query = text;
      void this.run();
    }
  }

  /** The field is left: what stands at its end is over. */
  leave(): void {
    this.#isTyping = false;
    this.#isComposing = false;
    this.#settle();
  }

  /** Looks for a whole text. */
  begin(text: string): void {
    this.parts = [];
    this.rest = text;
    this.#isTyping = false;
    this.type(text);
    this.field?.focus();
  }

  remove(part: Part): void {
    this.parts = this.parts.filter((each) => each !== part);
    this.type(textOf(this));
    this.field?.focus();
  }

  step(by: 1 | -1): void {
    this.gone = stepped(this.options, this.chosen, by);
  }

  toEnd(end: 'first' | 'last'): void {
    this.gone = this.options.at(end === 'first' ? 0 : -1) ?? null;
  }

  unfold(kind: RowKind): void {
    const first = this.sections.find((section) => section.kind === kind)?.rows.length ?? 0;
    this.unfolded = new Set([...this.unfolded, kind]);
    this.gone = this.sections.find((section) => section.kind === kind)?.rows[first]?.key ?? null;
  }

  /** Opens the chosen row's place, unfolds what it offers, or looks for the example. */
  async take(): Promise<void> {
    if (this.isActive && !this.isAnswered) {
      await this.run();
      await tick();
    }
    const { chosen, row } = this;
    if (row) return this.open(row);
    const folded = ROW_KINDS.find((kind) => moreKey(kind) === chosen);
    if (folded) return this.unfold(folded);
    const example = EXAMPLES.find((each) => exampleKey(each) === chosen);
    if (example) this.begin(t(`search-example-${example}`));
  }

  /** Shows where a row stands; where there is no room for that, it is opened. */
  choose(row: Row): void {
    this.gone = row.key;
    if (!this.hasPreview) this.open(row);
  }

  open(row: Row): void {
    if (row.kind === 'conversation') void ledger.open(referenceOf(row)).then(focusList);
    else openPlace(row.group.conversation, row.hit.item);
  }

  focus(): void {
    ledger.screen = 'search';
    // Before the next key press, so that none typed at once after the shortcut is lost.
    void tick().then(() => {
      this.field?.focus();
      this.field?.select();
    });
  }

  /** Empties the field; an empty one is left. */
  escape(): void {
    if (this.query === '') {
      ledger.screen = 'conversations';
      void tick().then(focusList);
      return;
    }
    this.type('');
    this.field?.focus();
  }

  /** Nothing of a locked ledger stays in memory. */
  forget(): void {
    this.type('');
    this.asked = null;
  }
}

export const searchScreen = new SearchScreen();
