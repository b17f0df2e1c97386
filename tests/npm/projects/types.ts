import { compare, Comparer, load, VariorumError, WorkerClient } from 'variorum';
import type { ArticleInput, Client, Finding, Progress, Report, Request } from 'variorum';

const article: ArticleInput = { id: 'a', text: 'A fire on the ferry Aurora hurt 12 people.' };
const request: Request = { articles: [article], options: { kinds: ['count'], explain: true } };

export async function conflicts(client: Client): Promise<Finding[]> {
  const report: Report = await client.compare(request, { progress: ({ phase, done, of }: Progress) => console.log(phase, done / of) });
  return report.findings.filter(({ relation }) => relation === 'conflict');
}

export const clients: Client[] = [new Comparer(), new WorkerClient({ files: { wasm: '/engine.wasm' } }), { compare }];

export async function atOnce(): Promise<number> {
  const engine = await load();
  return engine.compare(request).version;
}

export const codeOf = (error: unknown): string | null => (error instanceof VariorumError ? error.code : null);

// @ts-expect-error: an article without a text is none
export const missing: ArticleInput = { id: 'b' };

// @ts-expect-error: there is no such relation
export const isOdd = (finding: Finding): boolean => finding.relation === 'different';

// The elements, as a page's own scripts see them.
import { VariorumComparer } from 'variorum/comparer';

export function watch(found: (findings: Finding[]) => void): VariorumComparer {
  const comparer = document.createElement('variorum-comparer');
  comparer.articles = [article];
  comparer.options = { kinds: ['count'] };
  comparer.addEventListener('compared', ({ detail }) => found(detail.report.findings));
  comparer.addEventListener('finding-selected', ({ detail }) => console.log(detail?.label));
  // @ts-expect-error: there is no such view
  comparer.view = 'list';
  return comparer;
}

import { attachTextarea, VariorumDraft } from 'variorum/draft';
import { checkDraft } from 'variorum';
import type { Check, Standing } from 'variorum';

export async function openOnes(panel: VariorumDraft, field: HTMLTextAreaElement): Promise<Check[]> {
  panel.wire = [article];
  attachTextarea(panel, field);
  const checks = await checkDraft({ id: 'draft', text: field.value }, panel.wire);
  const wanted: Standing = 'unsupported';
  return checks.filter(({ standing }) => standing === wanted);
}
