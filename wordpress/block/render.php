<?php
/**
 * What a reader sees: a table of what differs, from the report in the block's attributes. It needs no script.
 *
 * Given: $attributes, as block.json declares them; each may be damaged all the same.
 *
 * @package Variorum
 */

namespace Variorum;

defined( 'ABSPATH' ) || exit;

$variorum_report = report( $attributes['report'] ?? null );
// Words stay words: WordPress would put pictures from another site in the place of emoji.
$variorum_frame = get_block_wrapper_attributes( array( 'class' => 'wp-exclude-emoji' ) );

if ( is_wp_error( $variorum_report ) ) {
	// Nothing was compared yet, and so there is nothing to miss.
	if ( 'none' !== $variorum_report->get_error_code() ) {
		printf(
			'<div %s><p class="variorum-notice">%s%s</p></div>',
			$variorum_frame, // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped by WordPress.
			esc_html__( 'This comparison cannot be shown.', 'variorum' ),
			current_user_can( 'edit_posts' ) ? ' ' . esc_html( $variorum_report->get_error_message() ) : ''
		);
	}
	return;
}

$variorum_is_whole = 'articles' === ( $attributes['publish'] ?? '' );
$variorum_findings = published( $variorum_report['findings'], $attributes );
$variorum_id       = wp_unique_id( 'variorum-' );
$variorum_texts    = $variorum_is_whole ? texts( $attributes['articles'] ?? array() ) : array();

// phpcs:disable WordPress.Security.EscapeOutput.OutputNotEscaped -- each of these escapes what it is given.
printf( '<div %s>', $variorum_frame );
echo relations( $variorum_findings );
echo table( $variorum_report, $variorum_findings, $variorum_id, $variorum_texts );
foreach ( $variorum_report['articles'] as $variorum_article ) {
	if ( isset( $variorum_texts[ $variorum_article['id'] ] ) ) {
		echo article( $variorum_article, $variorum_texts[ $variorum_article['id'] ], $variorum_findings, $variorum_id );
	}
}
printf( '<p class="variorum-about">%s</p></div>', esc_html__( 'Variorum compares what reports say and never rates them.', 'variorum' ) );
// phpcs:enable
