"""The output folder: tables that are whole or not there, and a manifest for each that is done.

Through Hadoop's file systems, so that the folder may lie on a disk, in HDFS or in an object store.
"""

import json


class Store:
    """A folder of tables and manifests."""

    def __init__(self, spark, folder):
        self.spark = spark
        self.folder = folder.rstrip("/")
        jvm = spark.sparkContext._jvm  # Spark offers Python no other way to Hadoop's file systems.
        self._path = jvm.org.apache.hadoop.fs.Path
        self._fs = self._path(self.folder).getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
        self._io = jvm.org.apache.commons.io.IOUtils

    def path(self, name):
        return f"{self.folder}/{name}"

    def claim(self, settings):
        """Makes the folder one of these settings.

        Raises ValueError when it holds reports made with others.
        """
        known = self.manifest("settings")
        if known is None:
            self.commit("settings", settings)
        elif known != json.loads(json.dumps(settings)):
            raise ValueError(f"{self.folder} holds reports of another input or other settings: name a new folder")

    def manifest(self, name):
        """What a stage came to; None when it is not done."""
        path = self._path(self.path(f"{name}.json"))
        if not self._fs.exists(path):
            return None
        stream = self._fs.open(path)
        try:
            return json.loads(bytes(self._io.toByteArray(stream)))
        finally:
            stream.close()

    def commit(self, name, counts):
        """Says that a stage is done. What it wrote must stand by then."""
        waiting = self._path(self.path(f"{name}.json.new"))
        stream = self._fs.create(waiting, True)
        try:
            stream.write(bytearray(json.dumps(counts, sort_keys=True, indent=1).encode()))
        finally:
            stream.close()
        self._replace(waiting, self._path(self.path(f"{name}.json")))

    def write(self, table, name, by=None):
        """Writes a table over whatever a stopped run has left of it; Spark moves it into place when it is whole."""
        writer = table.write.mode("overwrite").option("compression", "zstd")
        (writer.partitionBy(by) if by else writer).parquet(self.path(name))
        return name

    def read(self, name, schema=None):
        """A table; one without rows may have no file that tells its schema, which is to be given then."""
        reader = self.spark.read.schema(schema) if schema else self.spark.read
        return reader.parquet(self.path(name))

    def move(self, folder, name):
        """Moves the one file of a folder to its place."""
        files = [status.getPath() for status in self._fs.listStatus(self._path(self.path(folder)))]
        files = [path for path in files if path.getName().endswith(".parquet")]
        if len(files) != 1:
            raise RuntimeError(f"{folder} holds {len(files)} files of reports instead of one")
        place = self._path(self.path(name))
        self._fs.mkdirs(place.getParent())
        self._replace(files[0], place)

    def remove(self, name):
        self._fs.delete(self._path(self.path(name)), True)

    def _replace(self, path, place):
        self._fs.delete(place, False)
        if not self._fs.rename(path, place):
            raise OSError(f"{path} cannot be moved to {place}")
