"""What gathers articles into groups: the rules alone, without Spark.

Everything here is a function of numbers, texts and small dictionaries. The job (job.py) finds pairs in tables that no
machine could hold, one_machine.py in dictionaries; both gather them by these rules, window by window.
"""

from collections import Counter, defaultdict
from datetime import date

MOST_BLOCK = 100
"""Articles of one window that may share a key; a key that more of them share is dropped there.

It makes at most 100 * 99 / 2 pairs so. More than the 60 articles of a group, so that a story's keys still gather it.
"""

MOST_ARTICLES = 60
"""Articles that the engine compares at once; a larger story is split."""

MOST_BYTES = 7_500_000
"""Bytes of a group's articles as JSON: below the 8 MB that the engine takes, since a request is more than they are."""

WINDOW_STEP = 4
"""Days from the start of one window to that of the next; a window is two steps long.

Reports that lie up to 4 days apart share a window, and from 8 days on none do. The engine holds nothing against two
reports that lie up to 4 days apart (src/alignment/stories.rs).
"""

NO_DAY = 0
"""The window of articles without a day, which are gathered among themselves."""

FEWEST_ARTICLES = 1000
"""A window with fewer is taken as one with so many: that all articles of a quiet week share a name says little."""

SPARE_BITS = 2
"""Bits that two articles must share beyond those that name one article: keys are not independent of each other.

Two more and 3 in 100 pairs of one event are lost on real reports; without any, a third more pairs are compared in vain.
"""

MERGE_PARTS = 2
"""Groups grow together as long as their reports share half of what two reports need, on the mean.

A mean over more pairs has more that share nothing. Whether it is one story the engine decides, so a group that is too
wide costs time and one that is too narrow costs a story: with a quarter, 3 in 100 more pairs of one event come together
on real reports, and a fifth more pairs of two.
"""

REQUEST = ('{"articles":[', ",", "]}")
"""What stands before, between and behind the articles' lines of JSON in a request for `variorum batch`."""

SCALE = 1000
"""Means are compared in thousandths of a bit, as whole numbers: the same on every machine."""


def bits(number):
    """How many times a number can be halved: its binary logarithm, rounded down."""
    return number.bit_length() - 1


def rarity(articles, having):
    """How much it tells that two articles share a key, in bits, when `having` of the window's `articles` have it."""
    return bits(max(articles, FEWEST_ARTICLES) // having)


def enough(articles):
    """The bits that two of a window's articles must share to be worth a comparison.

    As many as it takes to name one article among them, and some to spare: a single key never is enough, however rare,
    and two are when they are rare together. So it grows with the wire by itself, as chance meetings do.
    """
    return bits(max(articles, FEWEST_ARTICLES)) + SPARE_BITS


def day_of(published):
    """The number of the day of an ISO 8601 date or date-time; None where there is none."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def windows_of(day):
    """The windows that a day lies in, by number: an even and an odd one."""
    if day is None:
        return [NO_DAY]
    step = day // WINDOW_STEP
    return [step - 1, step]


def within(articles, edges, count):
    """The groups inside of one even window: {id: group}. Even windows do not overlap, so each article has one.

    `articles` is {id: bytes}, `edges` {(left, right): bits that both share}, `count` the articles of the window.
    """
    return grow({id: (1, bytes) for id, bytes in articles.items()}, edges, count)


def home(days):
    """The odd window that a group belongs to: where most of its articles lie, the later one when it is even."""
    odd = Counter(window for day in days for window in windows_of(day) if window % 2)
    return max(odd, key=lambda window: (odd[window], window), default=None)


def across(articles, edges, count):
    """What the groups of one odd window grow to, over the borders of the even ones: {id: group}.

    `articles` is {id: (group, bytes)} for all articles of the groups that are at home there.
    """
    sizes = defaultdict(lambda: (0, 0))
    for group, bytes in articles.values():
        sizes[group] = (sizes[group][0] + 1, sizes[group][1] + bytes)
    between = Counter()
    for (left, right), shared in edges.items():
        if left in articles and right in articles:
            left, right = sorted((articles[left][0], articles[right][0]))
            if left != right:
                between[left, right] += shared
    into = grow(sizes, between, count)
    return {id: into[group] for id, (group, _) in articles.items()}


def grow(sizes, edges, count):
    """Groups by average linkage, as the engine gathers stories: {unit: group}. A group has its first unit's name.

    `sizes` is {unit: (articles, bytes)}. Each round joins every two groups that are each other's closest, which gives
    what joining the closest two of all, one after the other, gives (reciprocal nearest neighbours: Murtagh, *A Survey
    of Recent Advances in Hierarchical Clustering Algorithms*, 1983).
    """
    least = enough(count) * SCALE
    sizes, members = dict(sizes), {unit: [unit] for unit in sizes}
    while True:
        best = {}
        for (left, right), shared in edges.items():
            (lefts, left_bytes), (rights, right_bytes) = sizes[left], sizes[right]
            mean = shared * SCALE // (lefts * rights)
            fits = lefts + rights <= MOST_ARTICLES and left_bytes + right_bytes <= MOST_BYTES
            if fits and mean * MERGE_PARTS >= least:
                pair = (-mean, left, right)
                best[left] = min(best.get(left, pair), pair)
                best[right] = min(best.get(right, pair), pair)
        # Of two pairs as close, the first by name is the closer: so the closest of all is each other's, and rounds end.
        joined = {right: left for _, left, right in set(best.values()) if best[left] == best[right]}
        if not joined:
            return {unit: group for group, units in members.items() for unit in units}
        for right, left in joined.items():
            members[left] += members.pop(right)
            sizes[left] = tuple(map(sum, zip(sizes[left], sizes.pop(right))))
        merged = Counter()
        for (left, right), shared in edges.items():
            left, right = sorted((joined.get(left, left), joined.get(right, right)))
            if left != right:
                merged[left, right] += shared
        edges = merged
