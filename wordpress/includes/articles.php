<?php
/**
 * An article as a whole, with what differs marked in it. Shown only where the editor chose to publish the articles.
 *
 * @package Variorum
 */

namespace Variorum;

defined( 'ABSPATH' ) || exit;

/**
 * One article with its marks; each leads to its row of the table.
 *
 * @param array                            $article  Of a report that was read.
 * @param array{text: string, url: string} $text     The article's.
 * @param array[]                          $findings Those that are published, by number.
 * @param string                           $id       Of the block on its page.
 * @return string Markup with all that is foreign escaped.
 */
function article( array $article, array $text, array $findings, string $id ): string {
	$marks = marks( $article['id'], $findings );
	$units = array_merge( array_column( $article['parts'], 'start' ), array_column( $article['parts'], 'end' ), array_column( $marks, 'start' ), array_column( $marks, 'end' ) );
	$bytes = bytes( $text['text'], $units );
	$body  = '';
	$last  = 0;
	foreach ( $article['parts'] as $part ) {
		$from = $bytes[ $part['start'] ];
		$to   = $bytes[ $part['end'] ];
		if ( $from < $last || $to <= $from ) {
			continue;
		}
		$inside = array();
		foreach ( $marks as $mark ) {
			if ( $mark['start'] >= $part['start'] && $mark['end'] <= $part['end'] ) {
				$inside[] = array( $bytes[ $mark['start'] ], $bytes[ $mark['end'] ], $mark );
			}
		}
		$body .= sprintf( '<p class="variorum-part-%s" dir="auto">%s</p>', sanitize_html_class( $part['part'] ), marked( $text['text'], $from, $to, $inside, $id ) );
		$last  = $to;
	}
	$name = heading( $article, null, $id );
	$link = '' === $text['url'] ? '' : esc_url( $text['url'], array( 'http', 'https' ) );
	return sprintf(
		'<details class="variorum-article" id="%s-article-%s"%s><summary>%s</summary>%s%s</details>',
		esc_attr( $id ),
		esc_attr( $article['siglum'] ),
		'' === $article['language'] || 'und' === $article['language'] ? '' : ' lang="' . esc_attr( $article['language'] ) . '"',
		$name,
		$body,
		'' === $link ? '' : sprintf( '<p><a href="%s" rel="noreferrer">%s</a></p>', $link, esc_html__( 'Read it where it was published', 'variorum' ) )
	);
}

/**
 * The readings of an article that are marked: those that differ, and of two that overlap the weightier.
 *
 * @param string  $article  Its id.
 * @param array[] $findings Those that are published, by number.
 * @return array[] In the order of the text, each with `start`, `end`, `number` and `relation`.
 */
function marks( string $article, array $findings ): array {
	$marks = array();
	foreach ( $findings as $number => $finding ) {
		if ( 'same' === $finding['relation'] ) {
			continue;
		}
		foreach ( $finding['readings'] as $reading ) {
			$is_free = $reading['article'] === $article && $reading['start'] < $reading['end'];
			foreach ( $marks as $mark ) {
				$is_free = $is_free && ( $reading['end'] <= $mark['start'] || $mark['end'] <= $reading['start'] );
			}
			if ( $is_free ) {
				$marks[] = array(
					'start'    => $reading['start'],
					'end'      => $reading['end'],
					'number'   => $number,
					'relation' => $finding['relation'],
				);
			}
		}
	}
	usort(
		$marks,
		static function ( array $left, array $right ): int {
			return $left['start'] <=> $right['start'];
		}
	);
	return $marks;
}

/**
 * A stretch of a text with its marks.
 *
 * @param string  $text   Of the article.
 * @param int     $from   First byte.
 * @param int     $to     The byte behind the last.
 * @param array[] $inside Marks with their first byte and the byte behind their last, in order.
 * @param string  $id     Of the block on its page.
 */
function marked( string $text, int $from, int $to, array $inside, string $id ): string {
	$made = '';
	foreach ( $inside as list( $start, $end, $mark ) ) {
		$made .= exact( substr( $text, $from, $start - $from ) );
		$made .= sprintf(
			'<a class="variorum-mark variorum-%s" href="#%s-finding-%d" title="%s">%s</a>',
			esc_attr( $mark['relation'] ),
			esc_attr( $id ),
			$mark['number'],
			esc_attr( relation_name( $mark['relation'] ) ),
			exact( substr( $text, $start, $end - $start ) )
		);
		$from  = $end;
	}
	return $made . exact( substr( $text, $from, $to - $from ) );
}
