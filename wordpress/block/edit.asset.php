<?php
/**
 * What the editor's script stands on, in the form in which WordPress looks for it.
 *
 * @package Variorum
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
	'version'      => '0.0.0',
);
