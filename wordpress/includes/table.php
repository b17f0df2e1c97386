<?php
/**
 * The table of what differs: a row a finding, a column an article. It is read as it stands; where scripts run,
 * block/view.js reads it too.
 *
 * Every function here returns markup with all that is foreign escaped.
 *
 * @package Variorum
 */

namespace Variorum;

defined( 'ABSPATH' ) || exit;

/**
 * How many findings there are of each relation.
 *
 * @param array[] $findings Those that are published.
 */
function relations( array $findings ): string {
	$items = '';
	foreach ( array_count_values( array_column( $findings, 'relation' ) ) as $relation => $count ) {
		$items .= sprintf(
			'<li data-relation="%1$s"><span class="variorum-relation variorum-%1$s">%2$s</span> <span class="variorum-count">%3$s</span></li>',
			esc_attr( $relation ),
			esc_html( relation_name( $relation ) ),
			esc_html( number_format_i18n( $count ) )
		);
	}
	return '' === $items ? '' : "<ul class=\"variorum-relations\">$items</ul>";
}

/**
 * The table, inside of the element that draws a list of it where it has no room.
 *
 * @param array                $report   That was read.
 * @param array[]              $findings Those that are published, by number.
 * @param string               $id       Of the block on its page.
 * @param array<string, array> $texts    Of the articles that are published whole.
 */
function table( array $report, array $findings, string $id, array $texts ): string {
	if ( array() === $findings ) {
		return sprintf( '<p class="variorum-nothing">%s</p>', esc_html__( 'No differences were found.', 'variorum' ) );
	}
	$head = sprintf( '<th role="columnheader" scope="col">%s</th>', esc_html__( 'Fact', 'variorum' ) );
	foreach ( $report['articles'] as $article ) {
		$head .= sprintf( '<th role="columnheader" scope="col">%s</th>', heading( $article, $texts[ $article['id'] ] ?? null, $id ) );
	}
	$rows = '';
	foreach ( $findings as $number => $finding ) {
		$cells = '';
		foreach ( $report['articles'] as $article ) {
			$cells .= cell( $report, $finding, $article, array() !== $texts );
		}
		$rows .= sprintf(
			'<tr role="row" id="%1$s-finding-%2$d" data-relation="%3$s"><th role="rowheader" scope="row"><span class="variorum-relation variorum-%3$s">%4$s</span> <span class="variorum-label" dir="auto">%5$s</span>%6$s</th>%7$s</tr>',
			esc_attr( $id ),
			$number,
			esc_attr( $finding['relation'] ),
			esc_html( relation_name( $finding['relation'] ) ),
			exact( label( $finding ) ),
			array() === $finding['reasons'] ? '' : ' <span class="variorum-reason">' . exact( implode( ' ', remarks( $finding ) ) ) . '</span>',
			$cells
		);
	}
	return sprintf(
		'<variorum-report><div class="variorum-scroller" role="group" tabindex="0" aria-label="%1$s"><table role="table"><caption class="screen-reader-text">%1$s</caption><thead role="rowgroup"><tr role="row">%2$s</tr></thead><tbody role="rowgroup">%3$s</tbody></table></div></variorum-report>',
		esc_attr__( 'Where the reports differ', 'variorum' ),
		$head,
		$rows
	);
}

/**
 * What stands over the column of an article: its letter, its name and its day.
 *
 * @param array      $article Of a report that was read.
 * @param array|null $text    Of the article, where it is published whole.
 * @param string     $id      Of the block on its page.
 */
function heading( array $article, ?array $text, string $id ): string {
	$name = exact( article_name( $article ) );
	if ( null !== $text ) {
		$name = sprintf( '<a href="#%s-article-%s">%s</a>', esc_attr( $id ), esc_attr( $article['siglum'] ), '' === $name ? exact( $article['siglum'] ) : $name );
	}
	$day = article_date( $article );
	return sprintf(
		'<span class="variorum-siglum">%s</span> <span class="variorum-name" dir="auto">%s</span>%s',
		exact( $article['siglum'] ),
		$name,
		'' === $day ? '' : ' <span class="variorum-day">' . exact( $day ) . '</span>'
	);
}

/**
 * What one article says of one thing.
 *
 * @param array $report   That was read.
 * @param array $finding  One of its findings.
 * @param array $article  One of its articles.
 * @param bool  $is_whole Whether the articles are published, so that quotations need not be short.
 */
function cell( array $report, array $finding, array $article, bool $is_whole ): string {
	$sayings = array();
	foreach ( $finding['readings'] as $reading ) {
		if ( $reading['article'] === $article['id'] ) {
			$key                           = $reading['group'] . ' ' . $reading['by'];
			$words                         = $is_whole ? $reading['text'] : short( $reading['text'] );
			$sayings[ $key ]['group']      = $reading['group'];
			$sayings[ $key ]['by']         = $reading['by'];
			$sayings[ $key ]['words'][ strtolower( $words ) ] = $words;
		}
	}
	$said = '';
	foreach ( $sayings as $saying ) {
		$said .= sprintf(
			'<p class="variorum-saying" data-group="%d" dir="auto"><q class="variorum-words">%s</q>%s</p>',
			$saying['group'],
			exact( implode( ' · ', $saying['words'] ) ),
			// A speaker answers for itself.
			'' === $saying['by'] || 'attribution' === $finding['kind'] ? '' : ' <span class="variorum-by">' . exact( $saying['by'] ) . '</span>'
		);
	}
	$name = trim( $article['siglum'] . ' · ' . article_name( $article ), ' ·' );
	return sprintf(
		'<td role="cell" data-siglum="%s" data-name="%s"%s>%s</td>',
		exact( $article['siglum'] ),
		exact( $name ),
		'' === $said && in_array( $article['id'], $finding['absent'], true ) ? ' data-absent' : '',
		'' === $said ? '<span class="variorum-absent">' . esc_html( silence( $report, $finding, $article['id'] ) ) . '</span>' : $said
	);
}

/**
 * Why an article says nothing of a thing.
 *
 * @param array  $report  That was read.
 * @param array  $finding One of its findings.
 * @param string $article The article's id.
 */
function silence( array $report, array $finding, string $article ): string {
	if ( in_array( $article, $finding['absent'], true ) ) {
		return __( 'not mentioned', 'variorum' );
	}
	foreach ( $report['stories'] as $story ) {
		if ( in_array( $article, $story, true ) && array() === array_intersect( array_column( $finding['readings'], 'article' ), $story ) ) {
			return __( 'about another event', 'variorum' );
		}
	}
	return __( 'nothing that could be compared', 'variorum' );
}
