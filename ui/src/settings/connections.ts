/** What shows the open connections of the app and of the processes that draw its window, by `navigator.platform`. */
export function connectionsCommand(platform: string): string | null {
  if (platform.startsWith('Linux')) return "ss -tunp | grep -E 'counterfoil|WebKit'";
  if (platform.startsWith('Mac')) return "lsof +c 0 -nP -i | grep -E 'counterfoil|WebKit'";
  // What draws the window on Windows belongs to the system, which connects it for reasons of its own.
  return null;
}
