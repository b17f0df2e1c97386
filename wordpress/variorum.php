<?php
/**
 * Plugin Name:       Variorum
 * Description:       A block that compares news reports of one event: every figure, date, place, name and quote on which they differ, and who says so. Nothing leaves your site.
 * Version:           0.0.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * Author:            The Variorum project
 * License:           MIT OR Apache-2.0
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       variorum
 * Domain Path:       /languages
 *
 * The version is that of the engine: `cargo xtask wordpress` writes it.
 *
 * @package Variorum
 */

namespace Variorum;

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/includes/text.php';
require_once __DIR__ . '/includes/report.php';
require_once __DIR__ . '/includes/labels.php';
require_once __DIR__ . '/includes/table.php';
require_once __DIR__ . '/includes/articles.php';

add_action( 'init', __NAMESPACE__ . '\\register' );

/** Makes the block and its words known. */
function register(): void {
	load_plugin_textdomain( 'variorum', false, basename( __DIR__ ) . '/languages' );
	$block = register_block_type( __DIR__ . '/block' );
	if ( $block ) {
		foreach ( $block->editor_script_handles as $handle ) {
			wp_set_script_translations( $handle, 'variorum', __DIR__ . '/languages' );
		}
	}
}
