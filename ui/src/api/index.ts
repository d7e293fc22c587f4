import type { ApiError } from './generated/ApiError';
import { client } from './client';
import type { Api } from './contract';

export let api: Api = client;

/** In development `?fake` replaces the core by a canned ledger; the build drops this branch and the file it loads. */
export async function chooseApi(): Promise<void> {
  if (import.meta.env.DEV && new URLSearchParams(location.search).has('fake')) {
    api = (await import('./fake')).makeFake(new URLSearchParams(location.search));
  }
}

function isApiError(thrown: unknown): thrown is ApiError {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown;
}

/** What was thrown, as an `ApiError`: anything else is a defect of ours. */
export function asApiError(thrown: unknown): ApiError {
  if (isApiError(thrown)) return thrown;
  return { code: 'broken', message: thrown instanceof Error ? thrown.message : String(thrown), at: null };
}
