// Files that are dropped or opened.
import AxeBuilder from '@axe-core/playwright';
import { docx, pdf, zip } from './documents.js';
import { drop, PAGE, READ, texts } from './doors.js';
import { expect, open, test } from './page.js';

/** @param {import('@playwright/test').Page} page */
const first = async (page) => (await texts(page))[0];

test('a text file fills an empty box; another file gets a box of its own', async ({ page }) => {
  await open(page, ['typed']);
  await drop(page, [{ name: 'a.txt', bytes: 'Head\r\n\r\nBody.' }, { name: 'b.txt', bytes: 'Third' }]);
  await expect.poll(() => texts(page)).toEqual(['typed', 'Head\n\nBody.', 'Third']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => texts(page)).toEqual(['typed', '']);
});

test('files are opened by the keyboard too', async ({ page }) => {
  await open(page);
  await page.locator('input[type=file]').setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('Opened') }]);
  await expect.poll(() => first(page)).toBe('Opened');
  await page.locator('input[type=file]').focus();
  const outline = await page.locator('.open').evaluate((label) => getComputedStyle(label).outlineStyle);
  expect(outline).toBe('solid');
});

const WORDS = 'Café “naïve” — £5';
for (const [name, bytes] of /** @type {const} */ ([
  ['UTF-8', Buffer.from(WORDS)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${WORDS}`)],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${WORDS}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${WORDS}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from(`${'plain '.repeat(5)}${WORDS}`, 'utf16le')],
  ['windows-1252', Buffer.from('Caf\xe9 \x93na\xefve\x94 \x97 \xa35', 'latin1')],
])) {
  test(`${name} is read`, async ({ page }) => {
    await open(page);
    await drop(page, [{ name: 'a.txt', bytes }]);
    await expect.poll(() => first(page)).toMatch(new RegExp(`${WORDS}$`));
  });
}

test('Markdown loses its marks and keeps its words', async ({ page }) => {
  await open(page);
  const bytes = '---\ntitle: "T"\ndate: 2025-06-04\noutlet: The Post\n---\n# Head\n\nSome **bold**, _leaning_ and [linked](https://x.example/a_b) words; 2 * 3 * 4.\n\n- one\n- snake_case_name';
  await drop(page, [{ name: 'a.md', bytes }]);
  await expect.poll(() => first(page)).toBe('Head\n\nSome bold, leaning and linked words; 2 * 3 * 4.\n\n• one\n• snake_case_name');
  await expect(page.getByLabel('Outlet').first()).toHaveValue('The Post');
  await expect(page.getByLabel('Published').first()).toHaveValue('2025-06-04');
});

test('a saved web page is read as a pasted one', async ({ page }) => {
  await open(page);
  await drop(page, [{ name: 'page.html', bytes: PAGE }]);
  await expect.poll(() => first(page)).toBe(READ);
});

test('a document of Word gives its paragraphs, as they read with all changes accepted', async ({ page }) => {
  await open(page);
  const run = (words) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const bytes = docx(
    `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run('Dam ')}${run('breaks')}</w:p><w:p/>` +
      `<w:p>${run('It was ')}<w:del w:id="1">${run('small')}<w:r><w:delText>tiny</w:delText></w:r></w:del><w:ins w:id="2">${run('large')}</w:ins>${run(' &amp; old.')}<w:r><w:br/></w:r>${run('It held.')}</w:p>` +
      `<w:tbl><w:tr><w:tc><w:p>${run('Height')}</w:p></w:tc><w:tc><w:p><w:hyperlink>${run('40 m')}</w:hyperlink></w:p></w:tc></w:tr></w:tbl>`,
  );
  await drop(page, [{ name: 'report.docx', bytes }]);
  await expect.poll(() => first(page)).toBe('Dam breaks\n\nIt was large & old.\nIt held.\n\nHeight\n\n40 m');
});

test('a document of OpenDocument is read as well', async ({ page }) => {
  await open(page);
  const content = '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:h>Dam breaks</text:h><text:p>It was <text:span>large</text:span>.<text:s/>Very.</text:p></office:text></office:body></office:document-content>';
  await drop(page, [{ name: 'report.odt', bytes: zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content }) }]);
  await expect.poll(() => first(page)).toBe('Dam breaks\n\nIt was large. Very.');
});

test('a PDF gives paragraphs without the lines of its pages', async ({ page }) => {
  await open(page);
  const body = (y, lines) => lines.map((text, index) => ({ y: y - index * 14, text }));
  const bytes = pdf([
    [
      { y: 800, size: 9, text: 'The Valley Record, 4 June' },
      { y: 740, size: 24, text: 'Dam breaks above Kelness' },
      ...body(700, ['The dam above the town of Kelness broke on Tuesday night, the fire serv-', 'ice said, and water went through the lower streets of the old town, where', 'two people were hurt.']),
      ...body(644, ['Nobody was killed, a spokeswoman for the hospital said on Wednesday, but']),
      { x: 290, y: 40, size: 9, text: '1' },
    ],
    [
      { y: 800, size: 9, text: 'The Valley Record, 4 June' },
      ...body(740, ['many were taken to a school for the night.']),
      { x: 290, y: 40, size: 9, text: '2' },
    ],
  ]);
  await drop(page, [{ name: 'report.pdf', bytes }]);
  await expect
    .poll(() => first(page), { timeout: 15_000 })
    .toBe(
      [
        'Dam breaks above Kelness',
        'The dam above the town of Kelness broke on Tuesday night, the fire service said, and water went through the lower streets of the old town, where two people were hurt.',
        'Nobody was killed, a spokeswoman for the hospital said on Wednesday, but many were taken to a school for the night.',
      ].join('\n\n'),
    );
  await page.locator('.left-out summary').click();
  await expect(page.locator('.left-out')).toContainText('The Valley Record, 4 June');
});

for (const [name, data] of /** @type {const} */ ([
  ['a request', { articles: [{ id: 'x', text: 'One', outlet: 'The Post', url: 'https://post.example/1' }, { id: 'y', text: 'Two' }] }],
  ['a list of articles', [{ headline: 'H', body: 'One', source: 'The Post', link: 'https://post.example/1' }, { content: 'Two' }]],
  ['JSON-LD', { '@graph': [{ '@type': 'NewsArticle', articleBody: 'One', publisher: { name: 'The Post' }, url: 'https://post.example/1' }, { '@type': 'Article', articleBody: 'Two' }] }],
])) {
  test(`JSON: ${name}`, async ({ page }) => {
    await open(page);
    await drop(page, [{ name: 'a.json', bytes: JSON.stringify(data) }]);
    await expect.poll(() => texts(page)).toEqual(['One', 'Two']);
    await expect(page.getByLabel('Outlet').first()).toHaveValue('The Post');
    await expect(page.getByLabel('Address').first()).toHaveValue('https://post.example/1');
  });
}

test('what cannot be read is told file by file, and the others come in', async ({ page }) => {
  await open(page);
  await drop(page, [
    { name: 'good.txt', bytes: 'Good' },
    { name: 'empty.txt', bytes: '' },
    { name: 'photo.txt', bytes: Uint8Array.from({ length: 900 }, (_, index) => (index * 7) % 32) },
    { name: 'old.doc', bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1) },
    { name: 'broken.json', bytes: '{"a":' },
    { name: 'other.json', bytes: '{"a": 1}' },
    { name: 'findings.json', bytes: '{"version": 1, "articles": [{"id": "a"}], "findings": []}' },
    { name: 'pictures.zip', bytes: zip({ 'a.jpg': 'x' }) },
    { name: 'cut.docx', bytes: docx('<w:p/>').subarray(0, 120) },
    { name: 'locked.docx', bytes: zip({ 'word/document.xml': '<a/>' }, { flags: 1 }) },
    { name: 'blank.pdf', bytes: pdf([[]]) },
    { name: 'broken.pdf', bytes: '%PDF-1.7 and then nothing of the sort' },
  ]);
  const failures = page.locator('.failures');
  await expect(failures).toContainText('broken.pdf is damaged', { timeout: 15_000 });
  for (const words of ['empty.txt is empty', 'photo.txt is no text', 'old.doc is in the Word format of before 2007', 'broken.json is not valid JSON', 'other.json is JSON without articles', 'findings.json holds findings without', 'pictures.zip is an archive', 'cut.docx is damaged', 'locked.docx is protected', 'blank.pdf has pictures of pages']) {
    await expect(failures).toContainText(words);
  }
  expect(await texts(page)).toEqual(['Good', '']);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await failures.getByRole('button', { name: 'Close' }).click();
  await expect(failures).toHaveCount(0);
});

test('articles for which there is no room are told, not dropped in silence', async ({ page }) => {
  await open(page);
  const articles = Array.from({ length: 62 }, (_, index) => ({ text: `Report ${index}` }));
  await drop(page, [{ name: 'many.json', bytes: JSON.stringify(articles) }]);
  await expect(page.locator('textarea')).toHaveCount(60);
  await expect(page.locator('.failures')).toContainText('two articles could not be added');
});

test('reading that takes long shows how far it is, and can be stopped', async ({ page }) => {
  await open(page);
  // The engine of the reader stands in for a file of hundreds of pages.
  await page.route('**/pdf-worker*', () => {});
  await drop(page, [{ name: 'slow.pdf', bytes: pdf([[{ y: 700, text: 'Slow' }]]) }, { name: 'next.txt', bytes: 'Next' }]);
  await expect(page.getByRole('progressbar', { name: 'Reading slow.pdf …' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  expect(await texts(page)).toEqual(['', '']);
});

test('files held over the page are shown where they may fall', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'a.txt'));
    window.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true }));
  });
  await expect(page.getByText('Drop the files to add them as articles')).toBeVisible();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'a.txt'));
    window.dispatchEvent(new DragEvent('dragleave', { dataTransfer, bubbles: true }));
  });
  await expect(page.getByText('Drop the files')).toHaveCount(0);
});
