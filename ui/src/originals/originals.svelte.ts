/** The original document that is looked at, and the way through its pages. */
import { api, asApiError } from '../api';
import type { ApiError } from '../api/generated/ApiError';
import type { OpenOriginal } from '../api/generated/OpenOriginal';
import type { Original } from '../api/generated/Original';
import { ledger } from '../state/ledger.svelte';
import { reportFault } from '../state/session.svelte';
import { toasts } from '../state/toasts.svelte';
import { t } from '../state/view.svelte';

class Originals {
  /** What is asked for; nothing is looked at where it is `null`. */
  request = $state.raw<OpenOriginal | null>(null);
  shown = $state.raw<Original | null>(null);
  fault = $state.raw<ApiError | null>(null);

  /** Small first pages, by document, for as long as the ledger is open. */
  #thumbnails = new Map<string, Promise<string | null>>();

  /** A hint at what a document looks like; `null` where there is none. */
  thumbnail(sha256: string): Promise<string | null> {
    const known = this.#thumbnails.get(sha256);
    if (known) return known;
    const drawn = api.getThumbnail(sha256).catch(() => null);
    this.#thumbnails.set(sha256, drawn);
    return drawn;
  }

  open(sha256: string, line: number | null = null): Promise<void> {
    this.shown = null;
    return this.#read({ sha256, page: null, line, password: null });
  }

  turn(page: number): Promise<void> {
    return this.#again({ page });
  }

  unlock(password: string): Promise<void> {
    return this.#again({ password });
  }

  async #again(part: Partial<OpenOriginal>): Promise<void> {
    if (this.request) await this.#read({ ...this.request, ...part });
  }

  async #read(request: OpenOriginal): Promise<void> {
    this.request = request;
    this.fault = null;
    try {
      const shown = await api.openOriginal(request);
      if (this.request === request) this.shown = shown;
    } catch (thrown) {
      if (this.request === request) this.fault = asApiError(thrown);
    }
  }

  async forget(): Promise<void> {
    const { request } = this;
    if (!request) return;
    try {
      await api.forgetOriginal(request.sha256);
      this.#thumbnails.delete(request.sha256);
      this.close();
      toasts.add({ tone: 'done', text: t('toast-forgotten'), action: null });
      await ledger.refresh();
    } catch (thrown) {
      reportFault(thrown);
    }
  }

  /** Nothing that was seen stays when the ledger is locked. */
  forgetAll(): void {
    this.close();
    this.#thumbnails.clear();
  }

  close(): void {
    this.request = null;
    this.shown = null;
    this.fault = null;
  }
}

export const originals = new Originals();
