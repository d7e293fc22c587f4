/** What a screen asks for in parts, none of which waits for another. */
import { asApiError } from '../api';
import type { ApiError } from '../api/generated/ApiError';

/** A part of the screen: what it shows, and what it was answered to. */
export class Part<T> {
  value = $state.raw<T | null>(null);
  /** Why what is asked for has no answer. */
  fault = $state.raw<ApiError | null>(null);
  /** What is asked for, and not answered yet. */
  isReading = $state(false);
  #asked = '';

  /** Reads what is asked for; an answer to what was asked before that is dropped. What is shown stays meanwhile, unless it is
  of something else.
  @returns the answer, or `null` where there is none or another one is wanted by now. */
  async read(about: string, what: () => Promise<T>): Promise<T | null> {
    if (about !== this.#asked) {
      this.value = null;
      this.fault = null;
    }
    this.#asked = about;
    this.isReading = true;
    let value: T | null = null;
    let fault: ApiError | null = null;
    try {
      value = await what();
    } catch (thrown) {
      fault = asApiError(thrown);
    }
    if (this.#asked !== about) return null;
    this.isReading = false;
    this.fault = fault;
    if (value !== null) this.value = value;
    return value;
  }

  forget(): void {
    this.#asked = '';
    this.value = null;
    this.fault = null;
    this.isReading = false;
  }
}
