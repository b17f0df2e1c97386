// What each page of the projects does: compares by every way that the package has, and puts down what came of it.
import { articles } from './articles.js';

/**
 * @param {typeof import('variorum')} variorum
 * @param {import('variorum').WorkerOptions} [options]
 */
export async function compareByAllWays({ compare, facts, diffWords, Comparer, WorkerClient }, options) {
  const [left, right] = articles;
  const request = { articles };
  const client = new WorkerClient(options);
  const comparer = new Comparer();
  const steps = [];
  const attempts = {
    compare: () => compare(request),
    comparer: () => comparer.compare(request),
    client: () => client.compare(request, { progress: ({ phase }) => steps.push(phase) }),
    facts: () => facts(left),
    factsOfClient: () => client.facts(left),
    diff: () => diffWords(left.text, right.text),
    diffOfClient: () => client.diffWords(left.text, right.text),
  };
  const result = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    result[name] = await attempt().catch(({ name, code, message }) => ({ error: { name, code, message } }));
  }
  client.close();
  return { ...result, steps };
}
