"""The same reports on one machine, without Spark: for archives that fit in memory, and to test the job against.

    python3 one_machine.py --variorum target/release/variorum articles.jsonl >reports.jsonl

Writes one line a group, {"group", "articles", "report"}, in the order of the groups; what was set aside is counted on
standard error.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from itertools import combinations

import rules
from pipe import answers


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", help="JSON Lines of articles, as `variorum keys` reads them")
    ask.add_argument("--variorum", default="variorum", help="the program")
    ask.add_argument("--ignore-days", action="store_true", help="gather over all days")
    options = ask.parse_args()
    with open(options.articles, "rb") as file:
        reports, refused = compare([line.rstrip(b"\r\n") for line in file], options.variorum, options.ignore_days)
    for row in reports:
        print(json.dumps(row, ensure_ascii=False))
    print(dict(Counter(code for code, _ in refused)), file=sys.stderr)


def compare(lines, variorum, ignore_days=False):
    """The reports of all groups, and (code, line) for each line that was set aside."""
    articles, refused = read([line for line in lines if line.strip(b" ")], variorum, ignore_days)
    groups = gather(articles)
    before, between, behind = (part.encode() for part in rules.REQUEST)
    requests = [before + between.join(articles[id]["line"] for id in ids) + behind for _, ids in groups]
    reports = [
        {"group": group, "articles": ids, "report": report.decode()}
        for (group, ids), report in zip(groups, answers([variorum, "batch"], requests))
    ]
    return reports, refused


def read(lines, variorum, ignore_days):
    """The articles by id, each with its line, day and keys."""
    articles, refused = {}, []
    # In the order of their lines, so that of two articles with one id the same one is kept, whatever came first.
    lines = sorted(lines)
    for line, answer in zip(lines, answers([variorum, "keys"], lines)):
        answer = json.loads(answer)
        if "error" in answer:
            refused.append((answer["error"]["code"], line))
        elif answer["id"] in articles:
            refused.append(("duplicate-id", line))
        else:
            day = None if ignore_days else rules.day_of(answer["published"])
            articles[answer["id"]] = {"line": line, "day": day, "keys": answer["keys"]}
    return articles, refused


def gather(articles):
    """The groups of two articles and more: (name, ids), both in order. A group is named after its first article."""
    windows = defaultdict(list)
    for id, article in articles.items():
        for window in rules.windows_of(article["day"]):
            windows[window].append(id)
    group = {}
    for window, ids in windows.items():
        if window % 2 == 0:
            sizes = {id: len(articles[id]["line"]) for id in ids}
            group.update(rules.within(sizes, edges(ids, articles), len(ids)))
    homes = defaultdict(dict)
    for name, ids in by_group(group).items():
        window = rules.home(articles[id]["day"] for id in ids if articles[id]["day"] is not None)
        homes[window].update({id: (name, len(articles[id]["line"])) for id in ids})
    for window, members in homes.items():
        if window is not None:
            ids = windows[window]
            group.update(rules.across(members, edges(ids, articles), len(ids)))
    return sorted((name, sorted(ids)) for name, ids in by_group(group).items() if len(ids) > 1)


def by_group(group):
    """The articles of each group."""
    members = defaultdict(list)
    for id, name in group.items():
        members[name].append(id)
    return members


def edges(ids, articles):
    """The pairs of a window's articles that share enough, with the bits that they share."""
    blocks = defaultdict(list)
    for id in ids:
        for key in articles[id]["keys"]:
            blocks[key].append(id)
    shared = Counter()
    for block in blocks.values():
        if 1 < len(block) <= rules.MOST_BLOCK:
            for pair in combinations(sorted(block), 2):
                shared[pair] += rules.rarity(len(ids), len(block))
    return {pair: bits for pair, bits in shared.items() if bits >= rules.enough(len(ids))}


if __name__ == "__main__":
    main()
