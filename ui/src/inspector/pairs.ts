/** Entries that another one goes with, and what the user may say of them. */
import type { Glyph } from '../kit/glyphs';

export type Answer = { glyph: Glyph; label: string; run: () => void };

/** An entry that this one goes with. */
export type Pair = {
  key: number;
  label: string;
  amount: string | null;
  why: string;
  open: () => void;
  answers: Answer[];
};

/** An entry that this one may go with. */
export type Proposal = { key: number; label: string; about: string; answers: Answer[] };
