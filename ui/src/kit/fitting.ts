/** Texts of which less is said where there is less room: a part is left out rather than cut. */

/** The first that stands whole in so many CSS pixels; the last where none does, and the first while the room is not known. */
export function fitting(texts: string[], room: number, widthOf: (text: string) => number): string {
  const [first = ''] = texts;
  if (room === 0) return first;
  return texts.find((text) => widthOf(text) <= room) ?? texts[texts.length - 1] ?? '';
}

let pen: CanvasRenderingContext2D | null = null;

/** How wide texts are in the letters of an element. */
export function widthIn(element: HTMLElement): (text: string) => number {
  pen ??= document.createElement('canvas').getContext('2d');
  const { font, letterSpacing } = getComputedStyle(element);
  return (text) => {
    if (!pen) return 0;
    pen.font = font;
    return Math.ceil(pen.measureText(text).width + text.length * (Number.parseFloat(letterSpacing) || 0));
  };
}
