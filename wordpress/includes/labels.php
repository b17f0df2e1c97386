<?php
/**
 * What findings are called in the language of the site. The engine names them in English; for other languages a finding
 * says of what form its name is, and with which words of the articles. The forms are those of the page of Variorum, and
 * are put beside this plugin when it is built.
 *
 * @package Variorum
 */

namespace Variorum;

defined( 'ABSPATH' ) || exit;

/**
 * The forms of labels and the remarks of the site's language.
 *
 * @return array Empty where there are none; English has none.
 */
function forms(): array {
	static $read = array();
	$language = substr( determine_locale(), 0, 2 );
	if ( ! isset( $read[ $language ] ) ) {
		$file              = dirname( __DIR__ ) . "/languages/labels-$language.json";
		$found             = preg_match( '/^[a-z]{2}$/', $language ) && is_readable( $file ) ? wp_json_file_decode( $file, array( 'associative' => true ) ) : null;
		$read[ $language ] = is_array( $found ) ? $found : array();
	}
	return $read[ $language ];
}

/**
 * What a finding is about, in a few words.
 *
 * @param array $finding Of a report that was read.
 */
function label( array $finding ): string {
	$topics = forms()['topics'] ?? array();
	$form   = $finding['topic']['form'];
	$of     = $finding['topic']['of'];
	$detail = $finding['topic']['detail'];
	$label  = $finding['label'];
	if ( isset( $topics['names'][ $form ] ) ) {
		$label = $topics['names'][ $form ] . ( '' === $of ? '' : $topics['of'] . $of );
	} elseif ( isset( $topics['fates'][ $form ] ) ) {
		$label = ( '' === $of ? '' : $of . $topics['of'] ) . $topics['fates'][ $form ];
	} elseif ( isset( $topics['patterns'][ $form ] ) && '' !== $of ) {
		$label = str_replace( '{of}', $of, $topics['patterns'][ $form ] );
	} else {
		$detail = '';
	}
	return capitalised( '' === $detail ? $label : "$label ($detail)" );
}

/**
 * What is to be known about a finding.
 *
 * @param array $finding Of a report that was read.
 * @return string[]
 */
function remarks( array $finding ): array {
	$remarks = forms()['remarks'] ?? array();
	return array_map(
		static function ( array $reason ) use ( $remarks ): string {
			return $remarks[ $reason['code'] ] ?? $reason['message'];
		},
		$finding['reasons']
	);
}

/**
 * What a relation is called.
 *
 * @param string $relation One of RELATIONS.
 */
function relation_name( string $relation ): string {
	switch ( $relation ) {
		case 'conflict':
			return __( 'Conflict', 'variorum' );
		case 'contested':
			return __( 'Disputed in the reports', 'variorum' );
		case 'compatible':
			return __( 'Both possible', 'variorum' );
		default:
			return __( 'Same', 'variorum' );
	}
}

/**
 * What an article is called: its outlet, else its title.
 *
 * @param array $article Of a report that was read.
 */
function article_name( array $article ): string {
	return '' === $article['outlet'] ? $article['title'] : $article['outlet'];
}

/**
 * The day on which an article was published, as the site writes days.
 *
 * @param array $article Of a report that was read.
 */
function article_date( array $article ): string {
	$day = \DateTimeImmutable::createFromFormat( '!Y-m-d', substr( $article['published'], 0, 10 ), new \DateTimeZone( 'UTC' ) );
	return $day ? (string) wp_date( (string) get_option( 'date_format' ), $day->getTimestamp(), $day->getTimezone() ) : $article['published'];
}

/**
 * A label with a capital, in whatever letters.
 *
 * @param string $words In UTF-8.
 */
function capitalised( string $words ): string {
	if ( ! function_exists( 'mb_strtoupper' ) ) {
		return ucfirst( $words );
	}
	return mb_strtoupper( mb_substr( $words, 0, 1, 'UTF-8' ), 'UTF-8' ) . mb_substr( $words, 1, null, 'UTF-8' );
}
