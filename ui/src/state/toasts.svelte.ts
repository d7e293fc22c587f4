/** Short messages at the foot of the window, each with one way back. */
import type { Glyph } from '../kit/glyphs';

export type Toast = {
  id: number;
  tone: 'done' | 'failed';
  /** Instead of the sign of its tone. */
  glyph?: Glyph;
  text: string;
  action: { label: string; run: () => void } | null;
};

const UNDO_MS = 10_000;

class Toasts {
  list = $state.raw<Toast[]>([]);
  /** How much room they take on the screen, in CSS pixels. */
  height = $state(0);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** A done thing leaves after ten seconds; a failed one stays until it is closed. */
  add(toast: Omit<Toast, 'id'>): void {
    const id = this.#next++;
    this.list = [...this.list.slice(-2), { ...toast, id }];
    if (toast.tone === 'done') this.resume(id);
  }

  close(id: number): void {
    this.pause(id);
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  pause(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  resume(id: number): void {
    this.pause(id);
    this.#timers.set(
      id,
      setTimeout(() => this.close(id), UNDO_MS),
    );
  }

  /** What was done is out of date once something else is: its way back would lead elsewhere. */
  clearDone(): void {
    for (const { id, tone } of this.list) if (tone === 'done') this.close(id);
  }

  clear(): void {
    for (const { id } of this.list) this.close(id);
  }
}

export const toasts = new Toasts();
