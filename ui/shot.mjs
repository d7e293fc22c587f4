import { chromium } from 'playwright';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const [,, out, params, width, ...steps] = process.argv;
const p = await b.newPage({ viewport: { width: +width, height: 800 } });
await p.goto(`http://localhost:5311/?fake&${params}`);
await p.waitForSelector('.conversation, .first, .lock', { timeout: 20000 });
for (const s of steps) {
  const [k, v] = [s.slice(0, s.indexOf(':')), s.slice(s.indexOf(':') + 1)];
  if (k === 'key') await p.keyboard.press(v);
  if (k === 'type') await p.keyboard.type(v, { delay: 30 });
  if (k === 'click') await p.click(v);
  if (k === 'text') await p.getByText(v).first().click();
  await p.waitForTimeout(400);
}
await p.waitForTimeout(600);
await p.screenshot({ path: out });
await b.close();
