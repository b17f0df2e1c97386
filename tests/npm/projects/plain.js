// Without a bundler: the module by its address.
const { searchParams } = new URL(location.href);
const variorum = await import(searchParams.get('package') ?? './node_modules/variorum/index.js');
const { compareByAllWays } = await import('./page.js');

globalThis.variorum = variorum;
globalThis.result = await compareByAllWays(variorum);
