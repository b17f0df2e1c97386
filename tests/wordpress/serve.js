// Starts a fresh WordPress on this machine alone, with an administrator (admin, password) and an author (author, password)
// who may not write HTML. PHP runs as WebAssembly in one thread; files that are no PHP are handed out before it.
//
// WORDPRESS names the folder that install.js made, WORDPRESS_VERSION one of versions.js, SCRATCH a folder for the site,
// PORT its port.
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { VERSION } from './versions.js';

const { WORDPRESS, SCRATCH, PORT } = process.env;
const HOST = '127.0.0.1';
const site = join(SCRATCH, 'site');
/** Where PHP listens. */
const inner = Number(PORT) + 1;

const TYPES = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

const AUTHOR = `<?php
require '/wordpress/wp-load.php';
$author = wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'password', 'role' => 'author' ) );
// The first visit to the editor is greeted by a dialog.
foreach ( array( 1, $author ) as $user ) {
	update_user_meta( $user, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) ) );
}
`;

/** The editor asks for dozens of patterns, which nobody needs here and which take PHP longer than all else. */
const QUIET = `<?php
add_filter( 'should_load_remote_block_patterns', '__return_false' );
add_action( 'init', function () {
	foreach ( WP_Block_Patterns_Registry::get_instance()->get_all_registered() as $pattern ) {
		unregister_block_pattern( $pattern['name'] );
	}
}, 99 );
// For one page: another language of the site, and a policy that lets only files of the site run.
add_filter( 'locale', function ( $locale ) { return $_GET['locale'] ?? $locale; } );
add_action( 'send_headers', function () {
	if ( isset( $_GET['strict'] ) ) {
		header( "Content-Security-Policy: script-src 'self'" );
	}
} );
`;

const CONSTANTS = { WP_DEBUG: true, WP_DEBUG_LOG: true, WP_DEBUG_DISPLAY: false, WP_HTTP_BLOCK_EXTERNAL: true, DISABLE_WP_CRON: true };

await rm(SCRATCH, { recursive: true, force: true });
await mkdir(SCRATCH, { recursive: true });
await cp(join(WORDPRESS, 'sites', VERSION), site, { recursive: true });
await mkdir(join(site, 'wp-content/mu-plugins'));
await writeFile(join(site, 'wp-content/mu-plugins/quiet.php'), QUIET);
const blueprint = join(SCRATCH, 'blueprint.json');
await writeFile(blueprint, JSON.stringify({ preferredVersions: { php: '8.3', wp: 'latest' }, steps: [{ step: 'runPHP', code: AUTHOR }] }));

const php = spawn(
  process.execPath,
  [
    ...[join(WORDPRESS, 'node_modules/@wp-playground/cli/wp-playground.js'), 'server', '--php', '8.3', '--port', String(inner), '--workers', '1'],
    ...['--site-url', `http://${HOST}:${PORT}`, '--wordpress-install-mode', 'install-from-existing-files'],
    ...['--mount-before-install', `${site}:/wordpress`, '--blueprint', blueprint],
    ...Object.entries(CONSTANTS).flatMap(([name, value]) => ['--define-bool', name, String(value)]),
  ],
  { stdio: ['ignore', 'pipe', 'inherit'], cwd: SCRATCH },
);
const end = () => php.kill('SIGKILL');
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(end()));
process.on('exit', end);
php.on('exit', (code) => process.exit(code ?? 1));

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, `http://${HOST}`);
  const path = normalize(decodeURIComponent(pathname));
  const type = TYPES[extname(path)];
  const file = type && /^\/wp-(admin|content|includes)\//.test(path) ? await readFile(join(site, path)).catch(() => null) : null;
  if (file) {
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'max-age=600' });
    response.end(file);
    return;
  }
  const passed = ask({ host: HOST, port: inner, method: request.method, path: request.url, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.writeHead(502).end());
  request.pipe(passed);
});

php.stdout.on('data', (words) => {
  process.stdout.write(words);
  if (String(words).includes('Ready!')) server.listen(Number(PORT), HOST);
});
