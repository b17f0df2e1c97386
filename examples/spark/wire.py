"""Writes a news wire to measure with: articles with planted stories, and records that no program should take.

    python3 wire.py --articles 20000 wire.jsonl truth.json

The same numbers give the same bytes on every machine. One in four articles stands alone; the rest belong to stories
of 2 to 25 reports and one of 90, told in other words by each outlet, with other figures here and there, and one
report in six is a near-copy of another. Stories of one sort are hard to tell apart but for their names and numbers. A
third of all articles name the president, and each name of the background stands in hundreds. One record in 200 is
unsound.

truth.json: {"stories": {id: story}, "refused": {code: how many}}.
"""

import argparse
import json
import random
from datetime import date, timedelta

ARTICLES_A_DAY = 1400
ARTICLES_A_NAME = 300
LARGE_STORY = 90
BAD_RECORDS = 200
FIRST_DAY = date(2025, 3, 3)

GIVEN = "Ana Boris Clara David Elena Farid Grace Hugo Irene Jonas Karim Laura Marta Nadia Oscar Petra Ruben Sara Tomas Vera"
ONSETS = "b br c ch d dr f fl g gr h j k kr l m n p pr r s st t tr v w z".split()
VOWELS = "a e i o u a e i o ai ea ou".split()
CODAS = "l n r s t nd lt rn sk m".split()
TOWNS = "ton ford by stead mouth wick haven dale".split()
FIRMS = ["Foods", "Steel", "Airlines", "Energy", "Pharma", "Logistics", "Motors", "Systems"]
OUTLETS = [f"{place} {paper}" for place in ("Northern", "Coastal", "Capital", "Valley", "Lakeside", "Union", "Harbour",
           "Summit", "Eastern", "Morning") for paper in ("Herald", "Courier", "Post", "Wire")]  # fmt: skip

# What is told of an event: headlines, openings and further sentences, each in several wordings. A report takes one of each.
# {n} and {m} are counts, {sum} millions, {day} a weekday, {who} {who2} people by full name, {last} {last2} by last name,
# {town} {street} places, {firm} a company.
SORTS = {
    "fire": {
        "titles": ["Fire at {firm} plant in {town} kills {n}", "{n} dead after blaze at {town} plant",
                   "Blaze guts {firm} warehouse, {n} die"],
        "openings": ["A fire at a {firm} plant in {town} killed {n} people on {day}, the fire service said.",
                     "{n} people died on {day} when a blaze swept through a plant of {firm} in {town}, officials said.",
                     "Flames tore through the {firm} plant in {town} on {day}, killing {n} people, police said."],
        "facts": [["Another {m} people were taken to hospital with burns.", "{m} people were injured, most of them workers."],
                  ["Fire chief {who} said the fire began in a packing hall on {street}.",
                   "The fire broke out in a packing hall on {street}, said {who}, the fire chief."],
                  ["{firm} put the damage at ${sum} million.", "The damage amounts to ${sum} million, according to {firm}."],
                  ["\"We heard a bang and then everything was dark,\" said {who2}, who works there.",
                   "{who2}, a worker, recalled a bang before the lights went out."],
                  ["Inspectors had visited the plant twice since last year, {last} said.",
                   "{last} said that inspectors had been to the plant twice."],
                  ["{firm} employs {big} people in {town}.", "In {town}, {big} people work for {firm}."]],
    },
    "quake": {
        "titles": ["Earthquake near {town} leaves {n} dead", "{n} killed as quake strikes {town}", "Strong quake shakes {town}"],
        "openings": ["An earthquake struck near {town} on {day} and killed at least {n} people, authorities said.",
                     "At least {n} people were killed on {day} when a strong earthquake hit {town}, officials said.",
                     "A strong quake shook {town} on {day}; rescuers counted {n} dead."],
        "facts": [["More than {big} people were left homeless.", "{big} residents have lost their homes, the council said."],
                  ["Mayor {who} called for tents and blankets.", "The mayor, {who}, asked for tents."],
                  ["The hospital on {street} treated {m} people.", "{m} injured people were brought to the hospital on {street}."],
                  ["Repairs would cost ${sum} million, {last} said.", "{last} estimated the cost of repairs at ${sum} million."],
                  ["\"The walls moved like paper,\" said {who2}, a teacher.", "{who2}, who teaches in {town}, saw walls move."],
                  ["A factory of {firm} was closed.", "{firm} sent home the workers of its factory."]],
    },
    "trial": {
        "titles": ["{last} jailed for {n} years over {firm} fraud", "Former {firm} executive {last} sentenced",
                   "{town} court sentences {last} to {n} years"],
        "openings": ["A court in {town} sentenced {who}, a former executive of {firm}, to {n} years in prison on {day}.",
                     "{who}, who once ran {firm}, was jailed for {n} years on {day} by a court in {town}.",
                     "Former {firm} executive {who} must go to prison for {n} years, a {town} court ruled on {day}."],
        "facts": [["{last} was found guilty of taking ${sum} million from {firm}.",
                   "The court found that {last} had taken ${sum} million."],
                  ["Prosecutor {who2} had asked for {m} years.", "{m} years had been demanded by {who2}, the prosecutor."],
                  ["Some {big} savers lost money.", "{big} savers were hurt by the fraud, according to the ruling."],
                  ["\"This is a fair day for those who were robbed,\" {last2} said.", "{last2} called the ruling fair."],
                  ["The money went to a house on {street}.", "{last} had bought a house on {street} with it."],
                  ["{last} denies the charges and will appeal.", "Lawyers for {last} said there would be an appeal."]],
    },
    "results": {
        "titles": ["{firm} to cut {n} jobs as profit falls", "{firm} profit drops to ${sum} million", "{firm} cuts jobs in {town}"],
        "openings": ["{firm} said on {day} that it would cut {n} jobs in {town} after its profit fell to ${sum} million.",
                     "Profit at {firm} fell to ${sum} million, the company said on {day}, and {n} jobs will go in {town}.",
                     "The {town} company {firm} is to cut {n} jobs, it announced on {day}."],
        "facts": [["Chief executive {who} called the quarter the hardest in {m} years.",
                   "It was the hardest quarter in {m} years, {who}, the chief executive, said."],
                  ["The works on {street} will close.", "{firm} will close its works on {street}."],
                  ["{who2}, who leads the union, said workers would strike.", "Workers will strike, said union leader {who2}."],
                  ["{firm} has {big} employees.", "{big} people work for {firm}."],
                  ["\"We have run out of easy choices,\" {last} said.", "{last} spoke of hard choices."],
                  ["{last2} asked for talks with {last}.", "The union wants talks, {last2} said."]],
    },
    "crash": {
        "titles": ["Train crash near {town} kills {n}", "{n} dead in {town} rail accident", "Two trains collide near {town}"],
        "openings": ["Two trains collided near {town} on {day}, killing {n} people, the rail operator {firm} said.",
                     "{n} people were killed on {day} when two {firm} trains crashed outside {town}, police said.",
                     "A collision of two trains near {town} left {n} people dead on {day}."],
        "facts": [["Another {m} passengers were hurt.", "{m} people were injured."],
                  ["The signal at {street} had failed, investigator {who} said.",
                   "Investigator {who} spoke of a failed signal at {street}."],
                  ["The trains carried {big} passengers.", "{big} passengers were on board of both trains."],
                  ["\"There was a noise, then glass everywhere,\" said {who2}, a passenger.",
                   "{who2}, who sat in the second carriage, saw glass flying."],
                  ["{firm} was fined ${sum} million two years ago.", "Two years ago {firm} paid a fine of ${sum} million."],
                  ["{last} will report within weeks.", "A report by {last} is due within weeks."]],
    },
    "vote": {
        "titles": ["{last} wins {town} vote by {n} ballots", "{town} elects {last} as mayor", "{last2} concedes in {town}"],
        "openings": ["{who} was elected mayor of {town} on {day} with a lead of {n} votes.",
                     "Voters in {town} chose {who} as mayor on {day}; the lead was {n} votes.",
                     "{town} has a new mayor: {who} won the vote on {day} by {n} ballots."],
        "facts": [["{who2} conceded before midnight.", "The loser, {who2}, conceded the same night."],
                  ["Some {big} people voted.", "{big} ballots were cast."],
                  ["{last} wants to spend ${sum} million on the harbour.", "${sum} million should go into the harbour, {last} said."],
                  ["The count at the school on {street} took {m} hours.", "It took {m} hours to count at the school on {street}."],
                  ["\"Tonight we celebrate, tomorrow we work,\" {last} said.", "{last} promised work from the first day."],
                  ["{firm} had paid for posters of {last2}.", "Posters of {last2} were paid for by {firm}."]],
    },
}  # fmt: skip

# What stands in reports of anything. {old} {office} {city} are names of the background, which many articles share.
BACKGROUND = [
    "President Halvorsen is expected to speak on the matter this week.",
    "A spokesman for President Halvorsen declined to comment.",
    "{old}, the head of the {office}, said that nothing had been decided.",
    "The {office} will look into the case, according to {old}.",
    "In {city}, where similar plans have been discussed for months, {old} warned of quick answers.",
    "The {office} in {city} did not answer questions.",
    "It was not clear what would follow.",
    "Neighbours spoke of a quiet morning before the news came.",
    "The weather is expected to stay dry over the coming days, and roads in the area are open again.",
    "Observers in {city} recalled a debate between {old} and {old2} that had ended without a result.",
    "{old2} has been critical of the {office} for a long time, and said so again.",
    "Local radio carried the news first; reporters had gathered by noon and questions went on into the evening.",
    "Families can call a number that the {office} has set up.",
    "For years the region has waited for money from {city}.",
    "What happens next is open. A meeting that had been planned for the end of the month was moved twice already, and those "
    "who were invited said that they had received neither a date nor a list of what would be discussed.",
    "People who live near by said that they had learned of it from the radio. Some had seen lights before dawn; others had "
    "slept through it and woke when the telephone rang. Shops opened late, and buses ran as on a holiday.",
    "{old} has held the post since spring. Before that he worked in {city}, where colleagues remember him as careful. His "
    "critics, among them {old2}, say that care is another word for waiting.",
    "A report by the {office} had warned of weak rules and of too few people to see that they are kept. It was printed, sent "
    "round and praised. Little of it was ever carried out, as even those who ordered it admit.",
    "The question divides both large parties. In {city} a vote on it was put off after {old} and {old2} could not agree on "
    "the order of speakers, a quarrel that filled the pages for days and led to nothing.",
    "Those who study such cases say that the first account is seldom the last one. Figures change as lists are compared, and "
    "names are spelled in two ways until somebody asks the family.",
    "It is not the first time that the name of the place is in the news. Older readers may remember the spring in which the "
    "river rose, when {old2}, then a young reporter, wrote from a boat.",
    "Insurers were careful in their first words. None would name a sum, all said that they had people on the way, and one "
    "asked its customers to take pictures before they cleared anything away.",
]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("wire", help="file of articles to be written, JSON Lines")
    ask.add_argument("truth", help="file of what was planted to be written")
    ask.add_argument("--articles", type=int, default=20_000)
    ask.add_argument("--seed", type=int, default=1)
    options = ask.parse_args()
    lines, truth = wire(options.articles, options.seed)
    with open(options.wire, "wb") as file:
        file.writelines(line + b"\n" for line in lines)
    with open(options.truth, "w", encoding="utf-8") as file:
        json.dump(truth, file)


def wire(count, seed):
    """The lines of the wire, and what was planted in it."""
    chance = random.Random(seed)
    days = max(3, count // ARTICLES_A_DAY)
    common = Common(chance, max(6, count // ARTICLES_A_NAME))
    articles, stories = [], {}
    number = 0
    while len(articles) < count:
        number += 1
        left = count - len(articles)
        size = min(left, LARGE_STORY if number == 1 else story_size(chance))
        event = Event(chance, common, FIRST_DAY + timedelta(days=chance.randrange(days)))
        for text in reports(chance, event, size):
            text["id"] = f"w{len(articles):07}"
            stories[text["id"]] = f"story {number}"
            articles.append(text)
    lines = [json.dumps(article, ensure_ascii=False).encode() for article in articles]
    bad, refused = bad_records(chance, lines, max(6, count // BAD_RECORDS))
    lines += bad
    chance.shuffle(lines)
    return lines, {"stories": stories, "refused": refused}


def story_size(chance):
    """Most articles stand alone or are one of a few; some events are told by two dozen outlets."""
    sizes = [1, chance.randint(2, 4), chance.randint(5, 10), chance.randint(11, 25)]
    return chance.choices(sizes, [70, 18, 9, 3])[0]


def word(chance):
    syllables = [chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(2)]
    return ("".join(syllables) + chance.choice(CODAS)).capitalize()


class Common:
    """The names that hundreds of articles share."""

    def __init__(self, chance, people):
        self.people = [f"{chance.choice(GIVEN.split())} {word(chance)}" for _ in range(people)]
        self.offices = [f"Ministry of {what}" for what in ("Transport", "Justice", "Health", "Labour", "Finance", "Energy")]
        self.cities = [word(chance) + chance.choice(TOWNS) for _ in range(12)]


class Event:
    """One event: what it is called in all reports of it."""

    def __init__(self, chance, common, day):
        self.common, self.day = common, day
        self.sort = chance.choice(sorted(SORTS))
        people = [f"{chance.choice(GIVEN.split())} {word(chance)}" for _ in range(2)]
        self.names = {
            "who": people[0], "last": people[0].split()[1], "who2": people[1], "last2": people[1].split()[1],
            "town": word(chance) + chance.choice(TOWNS), "street": f"{word(chance)} Street",
            "firm": f"{word(chance)} {chance.choice(FIRMS)}", "day": day.strftime("%A"),
        }  # fmt: skip
        self.numbers = {"n": chance.randint(3, 60), "m": chance.randint(61, 240), "sum": chance.randint(11, 480),
                        "big": chance.randint(300, 9_000)}  # fmt: skip


def reports(chance, event, size):
    """The reports of one event, some of them near-copies of others."""
    told = []
    for _ in range(size):
        outlet = chance.choice(OUTLETS)
        published = event.day + timedelta(days=chance.choices([0, 1, 2], [6, 3, 1])[0])
        if told and chance.random() < 1 / 6:
            text = near_copy(chance, chance.choice(told))
        else:
            text = report(chance, event)
        told.append(text)
        yield {"text": text, "outlet": outlet, "published": published.isoformat()}


def report(chance, event):
    """One report: a headline, an opening, most of what is known, and background; some figures are its own."""
    sort = SORTS[event.sort]
    own = {name: chance.randint(1, 3) if chance.random() < 0.1 else 0 for name in event.numbers}
    numbers = {name: value + own[name] for name, value in event.numbers.items()}
    values = {**event.names, **numbers, "big": f"{numbers['big']:,}"}
    paragraphs = [chance.choice(wordings) for wordings in sort["facts"] if chance.random() < 0.8]
    chance.shuffle(paragraphs)
    background = chance.sample(BACKGROUND, chance.randint(8, 16))
    for sentence in background:
        paragraphs.insert(chance.randint(0, len(paragraphs)), sentence)
    common = event.common
    old, old2 = chance.sample(common.people, 2)
    values.update(old=old, old2=old2, office=chance.choice(common.offices), city=chance.choice(common.cities))
    whole = [chance.choice(sort["titles"]), chance.choice(sort["openings"]), *paragraphs]
    return "\n\n".join(whole).format(**values)


def near_copy(chance, text):
    """The same text as another outlet runs it: cut short, or with a note of its own."""
    paragraphs = text.split("\n\n")
    if chance.random() < 0.5:
        return "\n\n".join(paragraphs[: max(4, len(paragraphs) - chance.randint(1, 3))])
    return "\n\n".join([*paragraphs, "This report has been updated."])


def bad_records(chance, lines, count):
    """Records that must be set aside, and how many of each code there are."""
    makers = [
        ("bad-request", lambda line: line[: len(line) // 2]),
        ("bad-request", lambda line: b'{"id": "x", "title": "No text"}'),
        ("bad-request", lambda line: b'{"id": "x", "text": 12}'),
        ("bad-request", lambda line: line[:-2] + b"\xff\xfe" + line[-2:]),
        ("duplicate-id", lambda line: line.replace(b"\\n\\n", b"\\n\\nSecond edition. ", 1)),
    ]
    refused = {"article-too-large": 1}
    huge = {"id": "huge", "text": "It was not clear what would follow. " * 58_000}
    bad = [json.dumps(huge).encode()]
    for line in chance.sample(lines, count - 1):
        code, make = makers[len(bad) % len(makers)]
        bad.append(make(line))
        refused[code] = refused.get(code, 0) + 1
    return [*bad, b"", b"  "], dict(sorted(refused.items()))


if __name__ == "__main__":
    main()
