import { describe, expect, it } from 'vitest';

import { connectionsCommand } from './connections';

describe('the command that shows open connections', () => {
  it('looks at the app and at what draws its window', () => {
    for (const platform of ['Linux x86_64', 'Linux aarch64', 'MacIntel'])
      expect(connectionsCommand(platform)).toMatch(/^\S+ .*-.* \| grep -E 'counterfoil\|WebKit'$/);
  });

  it('is none where it would show connections of the system', () => {
    expect(connectionsCommand('Win32')).toBeNull();
  });
});
