// The page inside a frame on somebody else's page. What it shows is in the fragment of its address, as in a link: findings
// alone, which need no engine, or whole articles.

/** @import { Strings } from '../strings/index.js' */

import '../trusted.js';
import { tellHeight } from '../../package/frame.js';
import { loadFonts } from '../fonts.js';
import { fromDigest } from '../keep/digest.js';
import { unpack } from '../keep/link.js';
import { overviewWords } from '../parts/overview.js';
import { languageFor, LANGUAGES } from '../strings/index.js';

tellHeight();
show();
addEventListener('hashchange', show);
requestAnimationFrame(() => setTimeout(loadFonts));

async function show() {
  const address = new URL(location.href);
  const params = new URLSearchParams(address.hash.slice(1));
  const asked = address.searchParams.get('lang');
  const strings = await LANGUAGES[languageFor([...(asked ? [asked] : []), ...navigator.languages])].load();
  document.documentElement.lang = strings.language;
  const [articles, findings] = [params.get('articles'), params.get('findings')];
  try {
    document.body.replaceChildren(...(await (articles ? comparison(articles, params) : digest(findings ?? '', strings))));
  } catch {
    const { share } = await strings.later();
    document.body.replaceChildren(paragraph(share.damaged));
  }
}

/** @param {...(string | Node)} words */
function paragraph(...words) {
  const made = document.createElement('p');
  made.append(...words);
  return made;
}

/**
 * @param {string} packed
 * @param {Strings} strings
 */
async function digest(packed, strings) {
  const report = fromDigest(await unpack(packed));
  if (!report) throw new Error('no findings in the address');
  const { VariorumReport } = await import('../../package/report.js');
  const shown = new VariorumReport();
  const { lead, rest } = overviewWords(report, strings);
  const { conflict, contested, compatible, same } = strings.layers;
  shown.strings = {
    ...{ name: strings.name, conflict, contested, compatible, same, notMentioned: strings.notes.notMentioned, nothing: lead },
    label: strings.label,
    remark: (reason) => strings.remarks([reason]),
  };
  shown.report = report;
  const home = Object.assign(document.createElement('a'), { href: `./${location.hash}`, target: '_blank', rel: 'noopener', textContent: strings.name });
  return [paragraph(`${lead} ${rest}`), shown, paragraph(home, ` · ${strings.footer}`)];
}

/**
 * @param {string} packed
 * @param {URLSearchParams} params
 */
async function comparison(packed, params) {
  const [{ VariorumComparer }, { fromSaved }, value] = await Promise.all([import('./index.js'), import('../keep/saved.js'), unpack(packed)]);
  const comparer = new VariorumComparer();
  comparer.home = new URL('./', location.href).href;
  comparer.setAttribute('view', params.get('view') ?? 'article');
  comparer.toggleAttribute('tall', true);
  comparer.show(fromSaved(value));
  return [comparer];
}
