// The archive is uploaded and switched on as an administrator does it.
import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { logIn, phpLog, plugin } from './site.js';

test('the archive is uploaded and activated', async ({ page, browser }) => {
  await logIn(page, 'admin');
  await page.goto('/wp-admin/plugin-install.php?tab=upload');
  await page.locator('#pluginzip').setInputFiles(plugin);
  await page.locator('#install-plugin-submit').click();
  await expect(page.locator('.wrap')).toContainText('Plugin installed successfully');
  await page.getByRole('link', { name: 'Activate Plugin' }).click();
  await expect(page.locator('#message')).toContainText('Plugin activated');
  await expect(page.locator('[data-slug=variorum] .plugin-description')).toContainText('compares news reports');
  const author = await (await browser.newContext()).newPage();
  await logIn(author, 'author');
  await author.context().close();
  expect(existsSync(phpLog), 'PHP has nothing to complain of').toBe(false);
});
