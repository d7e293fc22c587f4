/** The whole interface over the canned ledger, in a browser, worked by names as a person does. */
import { flushSync, mount, tick, unmount } from 'svelte';
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';

import { chooseApi } from '../api';
import App from '../App.svelte';
import { imports } from '../imports/imports.svelte';
import { session } from '../state/session.svelte';
import { t } from '../state/view.svelte';
import type { TextArguments } from '../text/catalogue';

const runner = location.search.slice(1);

let app: Record<string, unknown> | null = null;

/** Opens the window over a fresh ledger. The parameters are the fake's: `lang=fr&theme=dark&csv`. */
export async function openWindow(parameters: string): Promise<void> {
  await closeWindow();
  // The test runner's own parameters stay.
  history.replaceState(null, '', `?${runner}&fake&${parameters}`);
  await chooseApi();
  const target = document.createElement('div');
  target.id = 'app';
  document.body.append(target);
  app = mount(App, { target });
  await expect.poll(() => session.app ?? session.fault).not.toBeNull();
  await atRest();
}

/** Nothing of it stays behind. */
export async function closeWindow(): Promise<void> {
  if (!app) return;
  // What is still being read would open its review over whatever comes next.
  await imports.stop();
  await expect.poll(() => imports.isBusy).toBe(false);
  session.app = null;
  session.fault = null;
  session.isWelcoming = false;
  session.lockedAt = null;
  flushSync();
  await unmount(app);
  app = null;
  document.getElementById('app')?.remove();
}

/** Rows have come and nothing moves any more. */
export async function atRest(): Promise<void> {
  await tick();
  await expect.poll(() => document.getAnimations().every(isOver)).toBe(true);
}

/** What turns for ever counts as at rest. */
function isOver({ playState, effect }: Animation): boolean {
  return playState !== 'running' || effect?.getTiming().iterations === Infinity;
}

type Role = Parameters<typeof page.getByRole>[0];

/** What has this role and this text of the catalogue as its name. */
export function named(role: Role, key: string, args?: TextArguments) {
  return page.getByRole(role, { name: t(key, args), exact: true }).first();
}

export async function press(key: string, args?: TextArguments): Promise<void> {
  await named('button', key, args).click();
  await atRest();
}

/** Opens the conversation whose row begins so. */
export async function openConversation(name: string): Promise<void> {
  // A narrow list shows no names.
  const row = [...document.querySelectorAll('.conversation')].find((each) => each.textContent.includes(name));
  if (!row) throw new Error(`no conversation ${name}`);
  await userEvent.click(row);
  await expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await atRest();
}

export async function keys(text: string): Promise<void> {
  await userEvent.keyboard(text);
  await atRest();
}
