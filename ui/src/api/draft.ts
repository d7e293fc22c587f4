/** Parts that the core does not send yet, in the shapes that the window draws them from. */

/** Days that no statement covers, both included. */
export type Span = { from: string; until: string };

export type HeaderExtras = { gaps: Span[] };
