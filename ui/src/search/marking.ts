/** Words marked in what is drawn already, by the engine and without a change to it: rows of a conversation know of no search. */

/** The name under which the style of the marks is known. */
const NAME = 'found';

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** Where the words stand in a text, at beginnings of its own words; as they are written, longest first. */
export function placesOf(text: string, words: string[]): { start: number; end: number }[] {
  if (words.length === 0) return [];
  const any = words.map((word) => word.replace(SPECIAL, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})`, 'gu');
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

/** Marks the words in the texts inside, and nowhere else. Where the engine cannot, they stay as they are. */
export function markWords(inside: HTMLElement | undefined, words: string[]): void {
  if (!('highlights' in CSS)) return;
  const marks = new Highlight();
  if (inside) {
    const texts = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
      for (const { start, end } of placesOf(node.textContent ?? '', words))
        marks.add(
          new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
        );
  }
  CSS.highlights.set(NAME, marks);
}
