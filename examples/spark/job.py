"""Reports of a whole archive with Apache Spark: articles in, gathered into stories by shared keys, reports out.

    spark-submit --py-files rules.py,pipe.py,store.py job.py --variorum ./variorum --input articles/ --output reports/

The input is JSON Lines (any file whose name does not end in .parquet) or Parquet, with the fields that `variorum keys`
reads. The output folder then holds

    articles/   every article with its day and keys          (stage 1: the text goes through `variorum keys`)
    refused/    every line that was set aside, with the code and words of the reason
    groups/     which article belongs to which group         (stage 2: shared keys, window by window)
    requests/   each group as a request, in parts            (stage 3: the text meets by group, one shuffle)
    reports/    part-00000.parquet, …: group, articles, stories, error, report   (stage 4: through `variorum batch`);
                not there where no article met another
    done/       what each part came to, and *.json what each stage did; the last, counts.json, sums it up

A stage or part whose .json stands is not done again, so a job that was stopped goes on where it was. Each is written
beside its place first and moved there when whole.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from functools import reduce
from itertools import combinations

from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql import types as T

import rules
from pipe import answers
from store import Store

READ = T.StructType(
    [
        T.StructField("id", T.StringType()),
        T.StructField("day", T.IntegerType()),
        T.StructField("keys", T.ArrayType(T.StringType())),
        T.StructField("line", T.BinaryType()),
        T.StructField("code", T.StringType()),
        T.StructField("message", T.StringType()),
    ]
)

REQUEST = T.StructType(
    [
        T.StructField("group", T.StringType()),
        T.StructField("articles", T.ArrayType(T.StringType())),
        T.StructField("request", T.StringType()),
        T.StructField("part", T.IntegerType()),
    ]
)

REPORT = T.StructType(
    [
        T.StructField("part", T.IntegerType()),
        T.StructField("group", T.StringType()),
        T.StructField("articles", T.ArrayType(T.StringType())),
        T.StructField("stories", T.ArrayType(T.ArrayType(T.StringType()))),
        T.StructField("error", T.StringType()),
        T.StructField("report", T.StringType()),
    ]
)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--input", required=True, nargs="+", help="files or folders of articles")
    ask.add_argument("--output", required=True, help="folder of the reports; on any file system that Spark knows")
    ask.add_argument("--variorum", default="variorum", help="the program, as it is called on each machine")
    ask.add_argument("--master", help="such as local[2], where spark-submit does not say")
    ask.add_argument("--parts", type=positive, default=8, help="parts of the output (8); some thousand groups each are best")
    ask.add_argument("--ignore-days", action="store_true", help="gather over all days; small archives only")
    ask.add_argument("--conf", action="append", type=setting, default=[], metavar="KEY=VALUE", help="settings of Spark")
    options = ask.parse_args()
    builder = SparkSession.builder.appName("variorum")
    if options.master:
        builder = builder.master(options.master)
    for name, value in options.conf:
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        run(spark, options.input, options.output, options.variorum, options.parts, options.ignore_days)
    finally:
        spark.stop()


def positive(words):
    """A whole number from 1."""
    number = int(words)
    if number < 1:
        raise ValueError
    return number


def setting(words):
    """A name and its value."""
    name, value = words.split("=", 1)
    return name, value


def run(spark, inputs, output, variorum, parts, ignore_days=False):
    """Does what is not yet done, and returns the counts."""
    store = Store(spark, output)
    store.claim({"input": inputs, "parts": parts, "ignore_days": ignore_days, "rules": vars_of(rules)})
    stage(store, "articles", lambda: read(spark, store, inputs, variorum, ignore_days))
    stage(store, "groups", lambda: gather(spark, store))
    stage(store, "requests", lambda: request(spark, store, parts))
    stage(store, "counts", lambda: compare(spark, store, variorum, parts))
    return store.manifest("counts")


def stage(store, name, work):
    """Runs one stage unless it is done, and keeps what it came to with the time that it took."""
    if store.manifest(name) is not None:
        say(f"{name}: done before")
        return
    started = time.monotonic()
    counts = work()
    took = round(time.monotonic() - started, 1)
    store.commit(name, counts)  # Without the time: what is kept says the same after every run.
    say(f"{name}: {took} s {json.dumps(counts)}")


def say(words):
    print(words, file=sys.stderr, flush=True)


def vars_of(module):
    """The settings of the rules: reports made by others do not belong beside those made by these."""
    return {name: value for name, value in vars(module).items() if name.isupper()}


# Stage 1: reading.


def read(spark, store, inputs, variorum, ignore_days):
    """Every line with its keys, or with the reason why it was set aside."""

    def keyed(rows):
        lines = []

        def fed():
            for (line,) in rows:
                lines.append(bytes(line))
                yield lines[-1]

        # The lines that are with the program, and no more, wait in the list.
        for at, answer in enumerate(answers([variorum, "keys", "--jobs", "1"], fed())):
            line, lines[at] = lines[at], None
            answer = json.loads(answer)
            error = answer.get("error")
            if error:
                yield None, None, None, line, error["code"], error["message"]
            else:
                day = None if ignore_days else rules.day_of(answer["published"])
                yield answer["id"], day, answer["keys"], line, None, None

    lines = lines_of(spark, inputs).where("trim(string(line)) != ''")
    whole = table(spark, lines.rdd.mapPartitions(keyed), READ)
    store.write(whole, "read")
    whole = store.read("read")
    # Of two articles with one id the first by its bytes is kept, whatever machine came first.
    sound = whole.where("code is null")
    ids = sound.groupBy("id").count()
    order = Window.partitionBy("id").orderBy("line")
    twice = sound.join(ids.where("count > 1").select("id"), "id").withColumn("rank", F.row_number().over(order))
    once = sound.join(ids.where("count = 1").select("id"), "id", "left_semi")
    columns = ["id", "day", "keys", "line"]
    store.write(once.select(columns).unionByName(twice.where("rank = 1").select(columns)), "articles")
    again = twice.where("rank > 1").withColumn("code", F.lit("duplicate-id"))
    again = again.withColumn("message", F.concat(F.lit("another article has the id "), "id"))
    refused = [field for field in READ.fieldNames() if field in ("line", "code", "message")]
    store.write(whole.where("code is not null").select(refused).unionByName(again.select(refused)), "refused")
    store.remove("read")
    counts = {row["code"]: row["count"] for row in store.read("refused").groupBy("code").count().collect()}
    return {"articles": store.read("articles").count(), "refused": dict(sorted(counts.items()))}


def table(spark, rows, schema):
    """Rows that are made here, as a table: they have the types of the schema, which Spark need not look at in Python."""
    return spark.createDataFrame(rows, schema, verifySchema=False)


def lines_of(spark, inputs):
    """The articles as lines of JSON, in bytes: one that is not UTF-8 must reach the program as it is, to be refused."""
    tables = [path for path in inputs if path.rstrip("/").endswith(".parquet")]
    texts = [path for path in inputs if path not in tables]
    found = []
    if tables:
        found.append(spark.read.parquet(*tables).select(F.to_json(F.struct("*")).cast("binary").alias("line")))
    if texts:
        # Only \n ends a line: \r alone may stand inside of a text.
        found.append(spark.read.text(texts, lineSep="\n").select(F.col("value").cast("binary").alias("line")))
    return found[0] if len(found) == 1 else found[0].unionByName(found[1])


# Stage 2: gathering.


def gather(spark, store):
    """Which articles share enough keys to be one group."""
    articles = store.read("articles").select("id", "day", "keys", F.length("line").cast("int").alias("bytes"))
    step = F.expr(f"int(day div {rules.WINDOW_STEP})")
    windows = F.when(F.col("day").isNull(), F.array(F.lit(rules.NO_DAY))).otherwise(F.array(step - 1, step))
    placed = articles.withColumn("window", F.explode(windows))
    counts = {row["window"]: row["count"] for row in placed.groupBy("window").count().collect()}
    pairs, dropped = edges(spark, placed, counts)
    store.write(pairs, "edges")
    # Groups grow within each even window, then over the borders between them. Each window is one task's.
    shared = store.read("edges").rdd.map(tuple).map(lambda row: (row[0], row[1:]))
    even = placed.where("window % 2 = 0").select("window", "id", "day", "bytes").rdd
    even = even.map(lambda row: (row["window"], (row["id"], row["day"], row["bytes"])))
    within = even.cogroup(shared.filter(lambda edge: edge[0] % 2 == 0))
    within = within.flatMap(lambda window: grown_within(window, counts))
    across = within.cogroup(shared.filter(lambda edge: edge[0] % 2 == 1))
    rows = across.flatMap(lambda window: grown_across(window, counts))
    store.write(table(spark, rows, "id string, `group` string"), "groups")
    found = {
        "windows": len(counts),
        "keys dropped": dropped.value,
        "pairs kept": store.read("edges").count(),
        "groups": store.read("groups").select("group").distinct().count(),
        "grouped": store.read("groups").count(),
    }
    store.remove("edges")
    return found


def edges(spark, placed, counts):
    """The pairs that share enough in a window (window, left, right, shared), and the counter of keys dropped.

    The counter is filled by the time that the pairs are written; it may count a key twice where a task was tried again.
    """
    dropped = spark.sparkContext.accumulator(0)
    keyed = placed.select("window", "id", F.explode("keys").alias("key"))
    blocks = keyed.groupBy("window", "key").agg(F.sort_array(F.collect_list("id")).alias("block"))

    def met(rows):
        for window, _, block in rows:
            if len(block) > rules.MOST_BLOCK:
                dropped.add(1)
                continue
            bits = rules.rarity(counts[window], len(block))
            for pair in combinations(block, 2):
                yield window, *pair, bits

    pairs = blocks.where("size(block) > 1").rdd.mapPartitions(met)
    pairs = table(spark, pairs, "window int, left string, right string, bits int")
    pairs = pairs.groupBy("window", "left", "right").agg(F.sum("bits").cast("int").alias("shared"))
    least = [(window, rules.enough(count)) for window, count in sorted(counts.items())]
    least = table(spark, least, "window int, enough int")
    return pairs.join(F.broadcast(least), "window").where("shared >= enough").drop("enough"), dropped


def grown_within(window, counts):
    """The groups of an even window, each article with the odd window where its group is at home: (home, (…))."""
    number, (members, edges) = window
    days, bytes = {id: day for id, day, _ in members}, {id: bytes for id, _, bytes in members}
    if not bytes:
        return
    group = rules.within(bytes, {(left, right): shared for left, right, shared in edges}, counts[number])
    by_group = defaultdict(list)
    for id, name in group.items():
        by_group[name].append(id)
    for name, ids in by_group.items():
        home = rules.home(days[id] for id in ids if days[id] is not None)
        for id in ids:
            yield home, (id, name, bytes[id])


def grown_across(window, counts):
    """What the groups at home in an odd window grow to: (id, group) for the articles that are not alone."""
    number, (members, edges) = window
    articles = {id: (name, bytes) for id, name, bytes in members}
    if number is None:  # Articles without a day have no odd window.
        group = {id: name for id, (name, _) in articles.items()}
    else:
        edges = {(left, right): shared for left, right, shared in edges}
        group = rules.across(articles, edges, counts[number]) if articles else {}
    sizes = Counter(group.values())
    yield from ((id, name) for id, name in group.items() if sizes[name] > 1)


# Stage 3: the requests.


def request(spark, store, parts):
    """Each group's articles as one request, in the part that it belongs to."""
    articles = store.read("articles").select("id", F.col("line").cast("string").alias("line"))
    grouped = articles.join(store.read("groups"), "id").groupBy("group")
    grouped = grouped.agg(F.sort_array(F.collect_list(F.struct("id", "line"))).alias("articles"))
    before, between, behind = rules.REQUEST
    requests = grouped.select(
        "group",
        F.col("articles.id").alias("articles"),
        F.concat(F.lit(before), F.array_join("articles.line", between), F.lit(behind)).alias("request"),
        (F.crc32(F.col("group").cast("binary")) % parts).cast("int").alias("part"),
    )
    store.write(requests.repartition(parts, "part").sortWithinPartitions("part", "group"), "requests", by="part")
    found = [row["part"] for row in store.read("requests", REQUEST).select("part").distinct().collect()]
    return {"parts": sorted(found)}


# Stage 4: comparing.


def compare(spark, store, variorum, parts):
    """A report for each request. Parts are done in waves, and a wave that was stopped is done again alone."""
    found = store.manifest("requests")["parts"]
    missing = [part for part in found if store.manifest(f"done/{name_of(part)}") is None]
    say(f"reports: {len(found) - len(missing)} of {len(found)} parts done before")
    wave = 2 * spark.sparkContext.defaultParallelism
    for at in range(0, len(missing), wave):
        chosen = missing[at : at + wave]
        tables = [reported(spark, store, part, variorum) for part in chosen]
        staged = store.write(reduce(DataFrame.union, tables), "staged", by="part")
        sums = {row["part"]: row.asDict() for row in summed(store.read(staged)).collect()}
        for part in chosen:
            store.move(f"{staged}/part={part}", f"reports/{name_of(part)}.parquet")
            store.commit(f"done/{name_of(part)}", sums[part])
        store.remove("staged")
        say(f"reports: {min(at + wave, len(missing))} of {len(missing)} parts written")
    sums = {"parts": len(found), "groups": 0, "errors": 0, "characters": 0}
    for part in found:
        counts = store.manifest(f"done/{name_of(part)}")
        for what in ("groups", "errors", "characters"):
            sums[what] += counts[what]
    return {**store.manifest("articles"), "reports": sums}


def summed(reports):
    """What the manifest of each part says of it: how much it holds, and a hash to tell it by."""
    return reports.groupBy("part").agg(
        F.count("*").alias("groups"),
        F.count("error").alias("errors"),
        F.sum(F.length("report")).alias("characters"),
        F.bit_xor(F.xxhash64("report")).alias("hash"),
    )


def name_of(part):
    return f"part-{part:05}"


def reported(spark, store, part, variorum):
    """The reports of one part: one Spark task, one process."""

    def compared(rows):
        waiting = []

        def fed():
            for row in rows:
                waiting.append((row["group"], row["articles"]))
                yield row["request"].encode()

        for at, answer in enumerate(answers([variorum, "batch", "--jobs", "1"], fed())):
            group, articles = waiting[at]
            waiting[at] = None
            report = answer.decode()
            told = json.loads(report)
            error = told.get("error")
            yield part, group, articles, told.get("stories"), error and error["code"], report

    requests = store.read(f"requests/part={part}", REQUEST).coalesce(1).sortWithinPartitions("group")
    return table(spark, requests.rdd.mapPartitions(compared), REPORT)


if __name__ == "__main__":
    main()
