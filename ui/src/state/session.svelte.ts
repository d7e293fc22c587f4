/** Which door is open, and the settings that live beside the ledger. */
import { api, asApiError } from '../api';
import type { ApiError } from '../api/generated/ApiError';
import type { AppState } from '../api/generated/AppState';
import type { Settings } from '../api/generated/Settings';
import { toasts } from './toasts.svelte';
import { t, view } from './view.svelte';

class Session {
  app = $state.raw<AppState | null>(null);
  /** Why the app could not start at all. */
  fault = $state.raw<ApiError | null>(null);
  /** The first run is still showing its last step: the first statement. */
  isWelcoming = $state(false);
  /** When it was locked while this window was open. */
  lockedAt = $state.raw<Date | null>(null);
  /** On the welcome page the sample was asked for: it is loaded once the ledger is open. */
  wantsSample = false;

  async start(): Promise<void> {
    this.fault = null;
    try {
      const [settings, app] = await Promise.all([api.getSettings(), api.appState()]);
      view.systemLang = app.systemLang;
      view.settings = settings;
      this.app = app;
    } catch (thrown) {
      this.fault = asApiError(thrown);
    }
  }

  enter(app: AppState): void {
    if (app.door === 'open') this.lockedAt = null;
    else if (this.app?.door === 'open') this.lockedAt = new Date();
    this.app = app;
  }

  async lock(): Promise<void> {
    try {
      this.enter(await api.lock());
    } catch (thrown) {
      reportFault(thrown);
    }
  }

  /** Shows the change at once and takes it back when it cannot be kept. */
  async change(part: Partial<Settings>): Promise<void> {
    const before = view.settings;
    view.settings = { ...before, ...part };
    try {
      // The tray may have changed another part meanwhile.
      view.settings = await api.setSettings({ ...(await api.getSettings()), ...part });
    } catch (thrown) {
      view.settings = before;
      reportFault(thrown);
    }
  }
}

export const session = new Session();

/** Says a failed command at the foot of the window: what was not done, where the message does not tell, and why. */
export function reportFault(thrown: unknown, retry?: () => void, what?: string): void {
  const { message } = asApiError(thrown);
  const action = retry ? { label: t('toast-retry'), run: retry } : null;
  toasts.add({ tone: 'failed', text: what ? `${what} ${message}` : message, action });
}
