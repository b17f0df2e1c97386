<?php
/**
 * Words of articles on their way out of attributes and into the page.
 *
 * Both ways lead through filters that change words: on saving, WordPress cleans attributes of authors who may not write
 * HTML; on showing, it sets curly quotes, smileys and shortcodes. A comparison quotes exactly or not at all.
 *
 * @package Variorum
 */

namespace Variorum;

defined( 'ABSPATH' ) || exit;

/** As many words as one reading quotes where the articles are not published. */
const MOST_WORDS = 15;

/**
 * A string of an attribute as it was before the editor wrote it for storage: see `kept` in block/edit.js.
 *
 * @param mixed $kept What stands in the attribute.
 * @return string Empty when it is no string.
 */
function words( $kept ): string {
	return is_string( $kept ) ? wp_check_invalid_utf8( rawurldecode( $kept ), true ) : '';
}

/**
 * Words for the page, so that they are shown as they are.
 *
 * Punctuation is written as references in digits, which HTML reads as the same characters, and which no filter of
 * `the_content` takes for markup, a shortcode, a smiley, or quotation marks to be set right. Two filters look at
 * letters: `capital_P_dangit`, and the one that makes a sign of multiplication of the x in 3x4.
 *
 * @param string $words As they stand in an article.
 * @return string Safe as text and between the quotes of an attribute.
 */
function exact( string $words ): string {
	return (string) preg_replace_callback(
		'/[!-\/:-@\[-`{-~]|(?<=[0-9])x(?=[0-9])|(?<=W)o(?=rdpress)/',
		static function ( array $found ): string {
			// Three digits: WordPress takes &#91; back to a bracket, and leaves &#091; alone.
			return sprintf( '&#%03d;', ord( $found[0] ) );
		},
		$words
	);
}

/**
 * The first words of a quotation, as many as may be quoted.
 *
 * @param string $words As they stand in an article.
 */
function short( string $words ): string {
	$each = preg_split( '/\s+/u', $words );
	return is_array( $each ) && count( $each ) > MOST_WORDS ? implode( ' ', array_slice( $each, 0, MOST_WORDS ) ) . ' …' : $words;
}

/**
 * Where places of a text lie in bytes. The report counts in UTF-16 units, as JavaScript does.
 *
 * @param string $text  In UTF-8.
 * @param int[]  $units Offsets in UTF-16 units; those behind the end are taken for the end.
 * @return array<int, int> Each offset with its byte.
 */
function bytes( string $text, array $units ): array {
	sort( $units );
	$bytes  = array();
	$byte   = 0;
	$passed = 0;
	$length = strlen( $text );
	foreach ( $units as $unit ) {
		while ( $passed < $unit && $byte < $length ) {
			$lead    = ord( $text[ $byte ] );
			$byte   += $lead < 0x80 ? 1 : ( $lead < 0xe0 ? 2 : ( $lead < 0xf0 ? 3 : 4 ) );
			$passed += $lead < 0xf0 ? 1 : 2;
		}
		$bytes[ $unit ] = min( $byte, $length );
	}
	return $bytes;
}
