/** The text in pieces, between which the `er` of a French `1er` stands raised; one piece where there is none. */
export function aroundRaised(text: string): string[] {
  return text
    .replace(/(^|[^\p{L}\p{N}])1er(?![\p{L}\p{N}])/gu, (_, before: string) => `${before}1\u0000`)
    .split('\u0000');
}
