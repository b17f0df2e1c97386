const { writeSync } = require('node:fs');
const { compare } = require('variorum');

import('./articles.js').then(async ({ articles }) => writeSync(1, JSON.stringify(await compare({ articles }))));
