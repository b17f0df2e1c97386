<?php
/**
 * Reads a report from the attributes of a block. Nothing there is taken on trust: posts are imported, edited by hand and
 * restored from another version.
 *
 * @package Variorum
 */

namespace Variorum;

defined( 'ABSPATH' ) || exit;

/** The version of the report's shape that is read here. */
const REPORT_VERSION = 1;

/** How readings of one thing relate, the weightiest first. */
const RELATIONS = array( 'conflict', 'contested', 'compatible', 'same' );

/**
 * The report with all that is shown of it, each field there and of its type.
 *
 * @param mixed $given The attribute.
 * @return array|\WP_Error With `articles`, `findings` and `stories`; an error with the code `none`, `newer` or `damaged`.
 */
function report( $given ) {
	if ( null === $given ) {
		return new \WP_Error( 'none', __( 'Nothing was compared yet.', 'variorum' ) );
	}
	$version = is_array( $given ) ? ( $given['version'] ?? null ) : null;
	if ( is_int( $version ) && $version > REPORT_VERSION ) {
		return new \WP_Error( 'newer', __( 'It was saved by a newer version of Variorum: update the plugin.', 'variorum' ) );
	}
	$articles = REPORT_VERSION === $version ? array_map( __NAMESPACE__ . '\\read_article', items( $given['articles'] ?? null ) ) : array();
	$ids      = array_column( $articles, 'id' );
	if ( array() === $articles || ! is_array( $given['findings'] ?? null ) || count( array_unique( $ids ) ) < count( $ids ) ) {
		return new \WP_Error( 'damaged', __( 'What was saved of it is damaged: open the block in the editor to compare again.', 'variorum' ) );
	}
	$findings = array();
	foreach ( items( $given['findings'] ) as $finding ) {
		$read = read_finding( $finding, $ids );
		if ( null !== $read ) {
			$findings[] = $read;
		}
	}
	return array(
		'articles' => $articles,
		'findings' => $findings,
		'stories'  => array_map(
			static function ( array $story ) use ( $ids ): array {
				return known( $story, $ids );
			},
			items( $given['stories'] ?? null )
		),
	);
}

/**
 * The findings that readers see, the weightiest first, as the report has them.
 *
 * @param array[] $findings   Of a report that was read.
 * @param array   $attributes Of the block: `same` shows what agrees too, `reviews` what was put aside.
 * @return array[] Keyed by the number that each has on the page, from 1.
 */
function published( array $findings, array $attributes ): array {
	$reviews = is_array( $attributes['reviews'] ?? null ) ? $attributes['reviews'] : array();
	$shown   = array( null );
	foreach ( $findings as $finding ) {
		$review = $reviews[ $finding['id'] ] ?? null;
		if ( is_array( $review ) && 'dismissed' === ( $review['status'] ?? '' ) ) {
			continue;
		}
		if ( 'same' !== $finding['relation'] || ! empty( $attributes['same'] ) ) {
			$shown[] = $finding;
		}
	}
	unset( $shown[0] );
	return $shown;
}

/**
 * The articles' texts.
 *
 * @param mixed $given The attribute.
 * @return array<string, array{text: string, url: string}> By id.
 */
function texts( $given ): array {
	$texts = array();
	foreach ( items( $given ) as $article ) {
		$texts[ words( $article['id'] ?? null ) ] = array(
			'text' => words( $article['text'] ?? null ),
			'url'  => words( $article['url'] ?? null ),
		);
	}
	return $texts;
}

/**
 * What of a list are arrays.
 *
 * @param mixed $given Anything.
 * @return array[]
 */
function items( $given ): array {
	return is_array( $given ) ? array_values( array_filter( $given, 'is_array' ) ) : array();
}

/**
 * What of a list are ids of articles.
 *
 * @param mixed    $given Anything.
 * @param string[] $ids   The articles'.
 * @return string[]
 */
function known( $given, array $ids ): array {
	return is_array( $given ) ? array_values( array_intersect( array_filter( $given, 'is_string' ), $ids ) ) : array();
}

/**
 * A count or an offset.
 *
 * @param mixed $given Anything.
 */
function whole( $given ): int {
	return is_int( $given ) && $given > 0 ? $given : 0;
}

/**
 * One article of a report.
 *
 * @param array $given As saved.
 */
function read_article( array $given ): array {
	$parts = array();
	foreach ( items( $given['parts'] ?? null ) as $part ) {
		$parts[] = array(
			'part'  => words( $part['part'] ?? null ),
			'start' => whole( $part['start'] ?? null ),
			'end'   => whole( $part['end'] ?? null ),
		);
	}
	return array(
		'id'        => words( $given['id'] ?? null ),
		'siglum'    => words( $given['siglum'] ?? null ),
		'title'     => words( $given['title'] ?? null ),
		'outlet'    => words( $given['outlet'] ?? null ),
		'published' => words( $given['published'] ?? null ),
		'language'  => words( $given['language'] ?? null ),
		'parts'     => $parts,
	);
}

/**
 * One finding of a report.
 *
 * @param array    $given As saved.
 * @param string[] $ids   Of the report's articles.
 * @return array|null None where nothing of it can be shown.
 */
function read_finding( array $given, array $ids ): ?array {
	$readings = array();
	foreach ( items( $given['readings'] ?? null ) as $reading ) {
		$article = words( $reading['article'] ?? null );
		if ( in_array( $article, $ids, true ) ) {
			$readings[] = array(
				'article' => $article,
				'start'   => whole( $reading['start'] ?? null ),
				'end'     => whole( $reading['end'] ?? null ),
				'text'    => words( $reading['text'] ?? null ),
				'group'   => whole( $reading['group'] ?? null ),
				'by'      => words( $reading['by']['text'] ?? null ),
			);
		}
	}
	$relation = $given['relation'] ?? null;
	if ( ! in_array( $relation, RELATIONS, true ) || array() === $readings ) {
		return null;
	}
	$reasons = array();
	foreach ( items( $given['reasons'] ?? null ) as $reason ) {
		$reasons[] = array(
			'code'    => words( $reason['code'] ?? null ),
			'message' => words( $reason['message'] ?? null ),
		);
	}
	$topic = is_array( $given['topic'] ?? null ) ? $given['topic'] : array();
	return array(
		'id'       => words( $given['id'] ?? null ),
		'kind'     => words( $given['kind'] ?? null ),
		'relation' => $relation,
		'label'    => words( $given['label'] ?? null ),
		'topic'    => array(
			'form'   => words( $topic['form'] ?? null ),
			'of'     => words( $topic['of'] ?? null ),
			'detail' => words( $topic['detail'] ?? null ),
		),
		'reasons'  => $reasons,
		'readings' => $readings,
		'absent'   => known( $given['absent'] ?? null, $ids ),
	);
}
