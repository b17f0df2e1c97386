// Nothing leaves the page. `page.js` fails every test on a foreign request or a policy violation; here is the rest.
import { expect, open, test, TWO } from './page.js';

test('the policy forbids everything that the page does not need', async ({ page }) => {
  await open(page);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
});

test('it works with the network off once it is loaded', async ({ page, context }) => {
  await open(page);
  await expect.poll(() => page.workers().length).toBe(1);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  for (const [index, text] of TWO.entries()) await page.locator('textarea').nth(index).fill(text);
  await page.getByRole('button', { name: 'Read the comparison' }).click();
  await expect(page.getByRole('heading', { name: 'Ferry hits rocks' })).toBeVisible();
});

test('typed text stands in no request', async ({ page }) => {
  const sent = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  await open(page, ['Quokka stampede\n\nNine quokkas.', 'Quokka panic\n\nTen quokkas.']);
  await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible();
  expect(sent.filter((request) => /quokka/i.test(request) || !request.startsWith('GET '))).toEqual([]);
});
