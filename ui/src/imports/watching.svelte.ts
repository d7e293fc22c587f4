/** The watched folders: what waits in them is told of once, and imported only where that is asked for. */
import { api } from '../api';
import type { Watched } from '../api/generated/Watched';
import { reportFault } from '../state/session.svelte';
import { toasts } from '../state/toasts.svelte';
import { t, tn } from '../state/view.svelte';
import { imports } from './imports.svelte';
import { countOf, keysOf, withNews } from './waiting';

class Watching {
  folders = $state.raw<Watched[]>([]);
  /** Paths of the folders whose waiting files are on screen; `null` where none are. */
  asked = $state.raw<string[] | null>(null);
  #told: ReadonlySet<string> = new Set();
  /** Moves on with every look and change, and with the lock: what was asked for before is out of date. */
  #turn = 0;

  /** The folders whose waiting files are on screen. */
  shown = $derived(this.folders.filter(({ path }) => this.asked?.includes(path)));

  /** Looks what waits, and says so where something came since; where it is listed on the screen already, that is enough. */
  async look(isListed = false): Promise<void> {
    const turn = ++this.#turn;
    try {
      const folders = await api.listWatched();
      if (turn !== this.#turn) return;
      this.folders = folders;
    } catch {
      // Nobody asked for it: what is wrong with the ledger is told by whoever shows what is in it.
      return;
    }
    if (isListed) this.#told = keysOf(this.folders);
    else this.#tell();
  }

  /** What an import proved is never covered: what waits is told of when it is looked for next. */
  #tell(): void {
    if (imports.isBusy || imports.review || toasts.list.some(({ tone }) => tone === 'done')) return;
    const news = withNews(this.folders, this.#told);
    this.#told = keysOf(this.folders);
    const [first] = news;
    if (!first || this.asked) return;
    const count = countOf(news);
    toasts.add({
      tone: 'done',
      glyph: 'tray-arrow-down',
      text:
        news.length === 1
          ? tn('watched-news', count, { folder: first.name })
          : tn('watched-news-several', count, { folders: news.length }),
      action: { label: t('show'), run: () => this.show(news.map(({ path }) => path)) },
    });
  }

  /** Lists what waits in these folders. */
  show(paths: string[]): void {
    this.asked = paths;
  }

  close(): void {
    this.asked = null;
  }

  import(paths: string[]): void {
    this.close();
    void imports.start(paths);
  }

  async add(): Promise<void> {
    await this.#change(async () => {
      const path = await api.chooseFolder();
      return path === null ? this.folders : api.addWatched(path);
    });
  }

  async switch(path: string, isOn: boolean): Promise<void> {
    await this.#change(() => api.switchWatched(path, isOn));
  }

  async drop({ path, name }: Watched): Promise<void> {
    if (await this.#change(() => api.dropWatched(path)))
      toasts.add({ tone: 'done', text: t('watched-dropped', { name }), action: null });
  }

  /** None of what waits in the folders on screen is proposed again. */
  async dismiss(): Promise<void> {
    const { shown } = this;
    const count = countOf(shown);
    this.close();
    for (const { path, until } of shown)
      if (!(await this.#change(() => api.dismissWatched(path, until)))) return;
    toasts.add({ tone: 'done', text: tn('watched-dismissed', count), action: null });
  }

  /** What was just changed on the screen is seen there: nothing of it is news. */
  async #change(work: () => Promise<Watched[]>): Promise<boolean> {
    const turn = ++this.#turn;
    try {
      const folders = await work();
      // Locked, or changed again, while it was under way.
      if (turn !== this.#turn) return false;
      this.folders = folders;
      this.#told = keysOf(this.folders);
      return true;
    } catch (thrown) {
      reportFault(thrown);
      return false;
    }
  }

  forget(): void {
    this.#turn += 1;
    this.folders = [];
    this.asked = null;
    this.#told = new Set();
  }
}

export const watching = new Watching();
