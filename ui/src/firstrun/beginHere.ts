/** For the title of what follows the lock, whenever it comes: it is read first, and the keys scroll what it stands over. */
export function beginHere(title: HTMLElement): void {
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}
