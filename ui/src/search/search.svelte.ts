/** The palette: what its field finds, what can be done from it, and which of it Enter takes. */
import { tick } from 'svelte';

import type { SearchChip } from '../api/generated/SearchChip';
import type { SearchGroup } from '../api/generated/SearchGroup';
import type { SearchHit } from '../api/generated/SearchHit';
import { asking } from '../questions/asking.svelte';
import { ledger } from '../state/ledger.svelte';
import { reportFault } from '../state/session.svelte';
import { keyOf } from '../timeline/grouping';
import type { Shortcut } from '../window/shortcuts';
import { stepped, without } from './palette';
import { openPlace } from './place';
import { searchScreen } from './screen.svelte';
import { Seeking } from './seeking.svelte';

class Search extends Seeking {
  /** The field is in use: a narrow sidebar makes room for it. */
  isOpen = $state(false);
  /** The palette was asked for: an empty field shows what can be typed and done. */
  isAsked = $state(false);
  field: HTMLInputElement | null = null;
  /** The option that arrows stand on; Enter takes it. */
  active = $state<string | null>(null);
  /** The row that was opened last. */
  opened = $state<string | null>(null);
  /** What a command does; set by the window. */
  perform: (shortcut: Shortcut) => void = () => {};

  isTeaching = $derived(this.isAsked && !this.isShown);

  override type(query: string): void {
    this.active = null;
    this.opened = null;
    super.type(query);
  }

  /** Puts a text into the field and looks for it at once. */
  async look(query: string): Promise<void> {
    this.type(query);
    this.field?.focus();
    await this.run();
  }

  /** Takes a part out of what is typed. */
  remove(chip: SearchChip): void {
    if (this.isAnswered) void this.look(without(this.query, [chip]));
  }

  /** Arrows walk what is listed while typing goes on. */
  step(by: 1 | -1): void {
    const options = [...document.querySelectorAll<HTMLElement>('#search-options [data-option]')];
    this.active = stepped(
      options.map(({ id }) => id),
      this.active,
      by,
    );
  }

  /** Takes the option that arrows stand on, else the first one of what is found. */
  async take(): Promise<void> {
    if (this.active === null && this.isActive && !this.isAnswered) {
      await this.run();
      await tick();
    }
    const wanted = this.active ? document.getElementById(this.active) : null;
    const first = this.isActive ? document.querySelector<HTMLElement>('#search-options [data-option]') : null;
    (wanted ?? first)?.click();
  }

  act(shortcut: Shortcut): void {
    this.close();
    this.perform(shortcut);
  }

  /** Asks in the open conversation instead. */
  ask(question: string): void {
    const { current } = ledger;
    if (current === null) return;
    this.close();
    void asking.ask(current, question, null).then((fault) => fault && reportFault(fault));
  }

  /** Opens the conversation of a row at its place. */
  open({ conversation }: SearchGroup, { item }: SearchHit): void {
    this.opened = keyOf(item);
    openPlace(conversation, item);
  }

  /** Goes on with the same query where there is room for all that it finds. */
  seeAll(): void {
    const { query } = this;
    this.close();
    searchScreen.asked = null;
    searchScreen.focus();
    searchScreen.begin(query);
  }

  focus(): void {
    ledger.screen = 'conversations';
    this.isOpen = true;
    this.isAsked = true;
    // Before the next key press, so that none typed at once after the shortcut is lost.
    void tick().then(() => {
      this.field?.focus();
      this.field?.select();
    });
  }

  /** The field is left: what it found stays, what it taught goes. */
  leave(): void {
    this.isOpen = this.isActive;
    this.isAsked = false;
    this.active = null;
  }

  /** Empties the field; an empty one is left. */
  escape(): void {
    if (this.query !== '') this.type('');
    else this.close();
  }

  close(): void {
    this.type('');
    this.isOpen = false;
    this.isAsked = false;
    this.field?.blur();
  }
}

export const search = new Search();
