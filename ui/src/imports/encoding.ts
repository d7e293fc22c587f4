/** How an encoding is called. */
import { hasText, t } from '../state/view.svelte';

export function encodingName(label: string): string {
  const key = `encoding-${label.toLowerCase()}`;
  return hasText(key) ? t(key) : label;
}
