//! The program `variorum` from outside: what it reads, writes and answers.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

use serde_json::{Value, json};

const HERALD: &str = "Ferry fire hurts 12\n\nA fire on the ferry Aurora hurt 12 people on Monday, police said.\n";
const COURIER: &str = "Fourteen hurt on ferry\n\nA fire on the ferry Aurora hurt 14 people on Monday, police said.\n";

/// A folder of files that is removed with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{test}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the target folder can be written");
        Self(path)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, content).expect("the folder can be written");
        path.to_str().expect("its name is UTF-8").to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn variorum(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
    command.args(arguments).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("CLICOLOR");
    command
}

/// Runs a command to its end with `input` on standard input.
fn run(command: &mut Command, input: impl Into<Vec<u8>>) -> Output {
    let (stdin, stdout, stderr) = (Stdio::piped(), Stdio::piped(), Stdio::piped());
    let mut child = command.stdin(stdin).stdout(stdout).stderr(stderr).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    let input = input.into();
    // A program that ends before reading everything closes the pipe; that is its right.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    output
}

fn compare(arguments: &[&str]) -> Output {
    run(variorum(&["compare"]).args(arguments), "")
}

fn batch(input: impl Into<Vec<u8>>, arguments: &[&str]) -> Vec<u8> {
    let output = run(variorum(&["batch"]).args(arguments), input);
    assert!(output.status.success(), "{}", words(&output.stderr));
    output.stdout
}

fn lines(output: &[u8]) -> Vec<Value> {
    words(output).lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("it is UTF-8")
}

/// What the program says when it refuses; nothing may stand on standard output then.
#[track_caller]
fn refusal(arguments: &[&str]) -> String {
    let output = compare(arguments);
    assert_eq!(output.status.code(), Some(2), "{}", words(&output.stdout));
    assert_eq!(words(&output.stdout), "");
    words(&output.stderr)
}

fn report(output: &Output) -> Value {
    assert!(output.status.success(), "{}", words(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it is JSON")
}

#[test]
fn the_version_is_told() {
    let output = run(&mut variorum(&["--version"]), "");
    assert_eq!(words(&output.stdout), concat!("variorum ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn help_gives_examples() {
    for command in ["compare", "batch"] {
        let help = words(&run(&mut variorum(&[command, "--help"]), "").stdout);
        assert!(help.contains("Examples:\n  ") && help.contains("Exit code: 0 when"), "{help}");
    }
}

#[test]
fn the_text_report_shows_who_says_what() {
    let folder = Folder::new("text");
    let (a, b) = (folder.file("a.txt", HERALD), folder.file("b.txt", COURIER));
    let shown = words(&compare(&["--outlet", "Herald", &a, &b]).stdout);
    assert!(shown.starts_with("One conflict: "), "{shown}");
    for part in ["━━ Conflict · 1\n", "   A  Herald · 12 · police", "   B  14 · police", " hurt 14 people on Monday"]
    {
        assert!(shown.contains(part), "{part} is missing in {shown}");
    }
    assert!(words(&compare(&[&a, &a]).stdout).starts_with("No conflict was found."));
}

#[test]
fn json_is_one_line_unless_asked_otherwise() {
    let folder = Folder::new("formats");
    let (a, b) = (folder.file("a.txt", HERALD), folder.file("b.txt", COURIER));
    let short = compare(&["--format", "json", &a, &b]);
    let long = compare(&["--format", "json", "--pretty", &a, &b]);
    assert_eq!(words(&short.stdout).lines().count(), 1);
    assert!(words(&long.stdout).lines().count() > 10);
    assert_eq!(report(&short), report(&long));
    assert_eq!(report(&short)["version"], 1);
    assert!(refusal(&["--pretty", &a, &b]).contains("add --format json"));
}

#[test]
fn facts_are_shown_in_the_text_and_as_data() {
    let folder = Folder::new("facts");
    let file = folder.file("herald.txt", HERALD);
    let facts = |arguments: &[&str]| run(variorum(&["facts", &file]).args(arguments), "");
    let text = words(&facts(&["--published", "2024-03-05", "--kind", "count", "--kind", "time"]).stdout);
    assert!(text.starts_with("3 facts: count 2, time 1"), "{text}");
    assert!(text.contains("  count       12 · police\n"), "{text}");
    assert!(text.contains("  time        Monday = 2024-03-04 · police\n"), "{text}");
    let data = facts(&["--format", "json", "--kind", "time"]);
    let data: Value = serde_json::from_slice(&data.stdout).expect("it is JSON");
    let mentions = data["mentions"].as_array().expect("they are listed");
    assert!(!mentions.is_empty() && mentions.iter().all(|mention| mention["kind"] == "time"), "{data}");
    assert_eq!(data["article"]["title"], "Ferry fire hurts 12");
    let refused = facts(&["--kind", "weather"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(words(&refused.stderr).contains("organisation"), "the kinds are listed");
}

#[test]
fn compare_and_batch_give_the_same_report() {
    let folder = Folder::new("same-report");
    let (a, b) = (folder.file("a.txt", HERALD), folder.file("b.txt", COURIER));
    let request = json!({ "articles": [
        { "id": "a", "text": HERALD, "outlet": "Herald", "published": "2024-03-05" },
        { "id": "b", "text": COURIER, "published": "2024-03-06" },
    ] });
    let options =
        ["--format", "json", "--published", "2024-03-05", "--published", "b=2024-03-06", "--outlet", "Herald"];
    let compared = compare(&[&options[..], &[&a, &b]].concat());
    assert_eq!(words(&compared.stdout), words(&batch(request.to_string(), &[])));
}

#[test]
fn an_article_may_come_from_standard_input() {
    let folder = Folder::new("stdin");
    let (a, b) = (folder.file("a.txt", HERALD), folder.file("b.txt", COURIER));
    let piped = run(&mut variorum(&["compare", "--format", "json", "-", &b]), HERALD);
    assert_eq!(report(&piped), report(&compare(&["--format", "json", &a, &b])));
    assert!(refusal(&["-", "-"]).contains("standard input can be read once"));
}

#[test]
fn what_cannot_be_read_is_named_with_a_way_out() {
    let folder = Folder::new("bad-files");
    let good = folder.file("good.txt", HERALD);
    let place = folder.0.to_str().expect("its name is UTF-8");
    let missing = format!("{place}/missing.txt");
    assert_eq!(
        refusal(&[&good, &missing]),
        format!("error: {missing} does not exist: check the name and the folder\n")
    );
    let facts = run(variorum(&["facts"]).arg(place), "");
    assert_eq!(words(&facts.stderr), format!("error: {place} is a folder: name one file in it\n"));
    let picture = folder.file("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert!(refusal(&[&good, &picture]).contains("photo.png is not a text file: save the article as plain text"));
    assert!(refusal(&["--published", "soon", &good, &good]).contains("has the publication date \"soon\": write it as"));
    assert!(refusal(&["--published", "1", "--published", "2", "--published", "3", &good, &good]).contains("leave out"));
}

#[test]
fn encodings_of_one_text_give_one_report() {
    let folder = Folder::new("encodings");
    let b = folder.file("b.txt", COURIER);
    let text = format!("{HERALD}Zoë saw it. 🚢\n");
    let units: Vec<u16> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).collect();
    let as_given = report(&compare(&["--format", "json", &folder.file("utf8.txt", &text), &b]));
    for (name, bytes) in [
        ("bom.txt", format!("\u{feff}{text}").into_bytes()),
        ("little.txt", units.iter().flat_map(|unit| unit.to_le_bytes()).collect()),
        ("big.txt", units.iter().flat_map(|unit| unit.to_be_bytes()).collect()),
    ] {
        let output = compare(&["--format", "json", &folder.file(name, bytes), &b]);
        assert_eq!(report(&output), as_given, "{name}");
        assert_eq!(words(&output.stderr), "", "{name}");
    }
}

#[test]
fn line_ends_of_windows_change_offsets_alone() {
    let folder = Folder::new("crlf");
    let texts = [HERALD, COURIER].map(|text| text.replace('\n', "\r\n"));
    let (a, b) = (folder.file("a.txt", &texts[0]), folder.file("b.txt", &texts[1]));
    let with_crlf = report(&compare(&["--format", "json", &a, &b]));
    let (a, b) = (folder.file("a.txt", HERALD), folder.file("b.txt", COURIER));
    let with_lf = report(&compare(&["--format", "json", &a, &b]));
    let told = |report: &Value| {
        let findings = report["findings"].as_array().expect("findings are a list").clone();
        findings.iter().map(|f| (f["relation"].clone(), f["summary"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(told(&with_crlf), told(&with_lf));
    for reading in
        with_crlf["findings"].as_array().into_iter().flatten().flat_map(|f| f["readings"].as_array()).flatten()
    {
        let text = if reading["article"] == "a" { &texts[0] } else { &texts[1] };
        let units: Vec<u16> = text.encode_utf16().collect();
        let at = |end: &str| reading[end].as_u64().expect("offsets are numbers") as usize;
        assert_eq!(reading["text"], String::from_utf16_lossy(&units[at("start")..at("end")]));
    }
}

#[test]
fn damaged_text_is_compared_with_a_warning() {
    let folder = Folder::new("damaged");
    let (a, b) = (folder.file("a.txt", b"Caf\xE9 fire hurts 12 people.\n"), folder.file("b.txt", COURIER));
    let output = compare(&["--format", "json", &a, &b]);
    assert!(output.status.success());
    assert!(words(&output.stderr).starts_with(&format!("warning: {a} has bytes that are no text")), "{output:?}");
}

#[test]
fn colours_show_only_where_they_are_wanted() {
    let folder = Folder::new("colours");
    let (a, b) = (folder.file("a.txt", HERALD), folder.file("b.txt", COURIER));
    let shown = |variables: &[(&str, &str)]| {
        let output = run(variorum(&["compare", &a, &b]).envs(variables.iter().copied()), "");
        assert!(output.status.success());
        words(&output.stdout)
    };
    let piped = shown(&[]);
    assert!(!piped.contains('\u{1b}'), "a pipe gets no colours: {piped}");
    let forced = shown(&[("CLICOLOR_FORCE", "1")]);
    assert!(forced.contains("\u{1b}["), "{forced}");
    assert_eq!(shown(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]), piped);
    let plain: String = forced
        .split('\u{1b}')
        .enumerate()
        .map(|(n, piece)| if n == 0 { piece } else { piece.split_once('m').map_or("", |(_, rest)| rest) })
        .collect();
    assert_eq!(plain, piped, "without its colours the text is the same");
}

#[test]
fn the_text_report_keeps_to_its_width() {
    let folder = Folder::new("width");
    let (a, b) = (folder.file("a.txt", HERALD), folder.file("b.txt", COURIER));
    for width in [32, 50, 80] {
        let output = compare(&["--width", &width.to_string(), &a, &b]);
        assert!(words(&output.stdout).lines().all(|line| line.chars().count() <= width), "{width}");
    }
}

/// Requests of many sizes, each with an id of its own.
fn requests(count: usize) -> Vec<String> {
    (0..count)
        .map(|n| {
            let text = COURIER.repeat(1 + n * 31 % 11);
            json!({ "articles": [{ "id": format!("a{n}"), "text": HERALD }, { "id": format!("b{n}"), "text": text }] })
                .to_string()
        })
        .collect()
}

#[test]
fn each_line_is_answered_at_its_place_with_the_same_bytes() {
    let requests = requests(60);
    let input = requests.join("\n") + "\n";
    let alone = batch(input.clone(), &["--jobs", "1"]);
    let reports = lines(&alone);
    assert_eq!(reports.len(), requests.len());
    for (n, report) in reports.iter().enumerate() {
        let mut ids: Vec<&str> = report["stories"]
            .as_array()
            .into_iter()
            .flatten()
            .flat_map(|story| story.as_array())
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        ids.sort_unstable();
        assert_eq!(ids, [format!("a{n}"), format!("b{n}")]);
    }
    for jobs in ["2", "8"] {
        assert_eq!(batch(input.clone(), &["--jobs", jobs]), alone, "{jobs} jobs");
    }
    let folder = Folder::new("batch-file");
    assert_eq!(batch("", &[&folder.file("requests.jsonl", &input)]), alone);
}

#[test]
fn a_single_request_needs_no_line_end() {
    let request = &requests(1)[0];
    let answered = batch(request.as_str(), &[]);
    assert_eq!(words(&answered), words(&batch(format!("{request}\n"), &[])));
    assert!(answered.ends_with(b"\n"));
}

#[test]
fn bad_lines_are_named_and_the_rest_is_answered() {
    let requests = requests(2);
    let (first, last) = (&requests[0], &requests[1]);
    let wrong_shape = json!({ "articles": "none" });
    let lone = r#"{"articles": [{"id": "a", "text": "\ud83d"}]}"#;
    let unknown = r#"{"articles": [], "options": {"colour": "red"}}"#;
    let mut input = format!("\u{feff}{first}\r\n\n  \n{{\n{wrong_shape}\n{lone}\n{unknown}\n").into_bytes();
    input.extend_from_slice(b"{\"articles\": [{\"id\": \"a\", \"text\": \"caf\xE9\"}]}\n");
    input.extend_from_slice(last.as_bytes());
    let answers = lines(&batch(input, &[]));
    let errors: Vec<_> = answers.iter().map(|answer| answer["error"]["line"].as_u64()).collect();
    assert_eq!(errors, [None, Some(4), Some(5), Some(6), Some(7), Some(8), None]);
    for answer in &answers[1..6] {
        assert_eq!(answer["error"]["code"], "bad-request", "{answer}");
        assert!(answer["error"]["message"].as_str().is_some_and(|message| message.len() > 20), "{answer}");
    }
    assert_eq!(words(&batch("\n\n", &[])), "");
}

#[test]
fn a_line_without_end_does_not_fill_the_memory() {
    let request = &requests(1)[0];
    let mut input = vec![b'x'; 70 << 20];
    input.push(b'\n');
    input.extend_from_slice(request.as_bytes());
    let answers = lines(&batch(input, &[]));
    assert_eq!(answers[0]["error"]["code"], "line-too-long");
    assert_eq!(answers[1]["error"], Value::Null);
}

#[test]
fn a_request_is_answered_before_the_next_is_sent() {
    let mut child = variorum(&["batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    let mut answers = BufReader::new(child.stdout.take().expect("it is piped")).lines();
    for request in requests(3) {
        writeln!(stdin, "{request}").expect("it reads on");
        let answer = answers.next().expect("it answers").expect("in UTF-8");
        assert!(answer.starts_with("{\"version\":1,"), "{answer}");
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_reader_that_leaves_ends_the_batch_quietly() {
    let mut child = variorum(&["batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    drop(child.stdout.take());
    let request = requests(1).remove(0);
    // Standard input stays open: the program must end because nobody reads, not because nothing comes.
    let mut is_taken = true;
    while is_taken {
        is_taken = writeln!(stdin, "{request}").is_ok();
    }
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(words(&output.stderr), "");
}

#[test]
fn a_missing_file_of_requests_is_named() {
    let output = run(&mut variorum(&["batch", "missing.jsonl"]), "");
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output.stderr).starts_with("error: missing.jsonl cannot be opened: "));
}

#[test]
fn one_file_is_held_against_itself() {
    let folder = Folder::new("one-file");
    let text = "Ferry fire kills 12\n\nA fire on the ferry Aurora killed 14 people off Norvik on Monday.\n";
    let output = compare(&[&folder.file("herald.txt", text)]);
    let words = String::from_utf8(output.stdout).expect("it is UTF-8");
    assert!(output.status.success() && words.starts_with("One conflict: People killed."), "{words}");
    assert!(words.contains("The headline says one thing and the text another."), "{words}");
    let output = compare(&[&folder.file("courier.txt", COURIER)]);
    let words = String::from_utf8(output.stdout).expect("it is UTF-8");
    assert!(words.starts_with("Nothing was found in which the article differs from itself."), "{words}");
}

#[test]
fn every_form_is_written_and_marks_come_back() {
    let folder = Folder::new("forms");
    let (a, b) = (folder.file("a.txt", HERALD), folder.file("b.txt", COURIER));
    let written = |form: &str| {
        let output = compare(&["--format", form, "--url", "a=https://herald.example/fire", &a, &b]);
        assert!(output.status.success(), "{form}: {}", words(&output.stderr));
        words(&output.stdout)
    };
    assert!(written("csv").starts_with("\u{feff}\"Fact\","));
    assert!(written("markdown").contains("](<https://herald.example/fire#:~:text="));
    assert!(written("html").starts_with("<!doctype html>"));
    assert!(written("schema-org").contains("\"NewsArticle\""));
    let marks = folder.file("marks.jsonld", written("web-annotation"));
    let read = report(&compare(&["--import", &marks, "--format", "json", &a, &b]));
    let wanted = report(&compare(&["--format", "json", &a, &b]));
    let places = |value: &Value| (value["article"].clone(), value["start"].clone(), value["end"].clone());
    let readings = wanted["findings"].as_array().expect("they are listed").iter();
    let mut readings: Vec<_> =
        readings.flat_map(|f| f["readings"].as_array().expect("there are some")).map(places).collect();
    let mut read: Vec<_> = read.as_array().expect("they are listed").iter().map(places).collect();
    let key = |place: &(Value, Value, Value)| format!("{place:?}");
    readings.sort_by_key(key);
    read.sort_by_key(key);
    assert_eq!(read, readings);
    assert!(words(&compare(&["--import", &marks, &a, &b]).stdout).contains("  conflict  "));
}

#[test]
fn annotations_that_cannot_be_read_are_told() {
    let folder = Folder::new("annotations");
    let (a, b) = (folder.file("a.txt", HERALD), folder.file("b.txt", COURIER));
    let broken = folder.file("broken.jsonld", "{");
    assert!(refusal(&["--import", &broken, &a, &b]).contains("is not JSON"));
    let other = folder.file("other.jsonld", "{}");
    assert!(refusal(&["--import", &other, &a, &b]).contains("holds no annotations"));
    let marks = folder.file("marks.jsonld", compare(&["--format", "web-annotation", &a, &b]).stdout);
    let away = folder.file("away.txt", "Council votes\n\nThe vote was late.");
    assert!(refusal(&["--import", &marks, &away]).contains("give the articles that it was made of"));
}

#[test]
fn articles_come_in_many_forms() {
    let folder = Folder::new("incoming");
    let a = folder.file("a.txt", HERALD);
    let item = "<item><title>Fourteen hurt on ferry</title><description>A fire on the ferry Aurora hurt 14 people on \
                Monday, police said.</description><pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate></item>";
    let feed =
        folder.file("b feed.xml", format!("<rss><channel><title>Courier</title>{item}{item}<item/></channel></rss>"));
    let output = compare(&["--format", "json", &a, &feed]);
    assert!(words(&output.stderr).contains("b feed.xml holds an article without text, which was left out"));
    let given = report(&output);
    let articles = given["articles"].as_array().expect("they are listed");
    assert_eq!(articles.len(), 3);
    assert_eq!(
        (articles[1]["outlet"].as_str(), articles[2]["published"].as_str()),
        (Some("Courier"), Some("2024-03-05"))
    );
    let address = format!("file://{}", feed.replace(' ', "%20"));
    assert_eq!(report(&compare(&["--format", "json", &a, &address])), given);
    let whole = folder.0.to_str().expect("its name is UTF-8");
    folder.file("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\r");
    folder.file(".hidden.txt", "Hidden.");
    let output = compare(&["--format", "json", whole]);
    assert!(words(&output.stderr).contains("photo.png was left out"), "{}", words(&output.stderr));
    assert_eq!(report(&output), given);
    assert!(words(&compare(&[&a, &feed]).stdout).contains("#2\n"));
    let over = report(&compare(&["--format", "json", "--outlet", "b=Post", &a, &feed]));
    assert_eq!(over["articles"][1]["outlet"], "Post", "the command line goes before the file");
    let request = run(variorum(&["import"]).args([&a, &feed]), "");
    let request: Value = serde_json::from_slice(&request.stdout).expect("it is JSON");
    assert_eq!(request["articles"][2]["id"], "3");
}

#[test]
fn files_that_hold_no_article_are_told() {
    let folder = Folder::new("no-article");
    let file = |name: &str, text: &str| refusal(&[&folder.file(name, text)]);
    assert!(file("a.json", "{\"a\"").contains("a.json is not sound JSON"));
    assert!(file("b.json", "{\"findings\": []}").contains("is a report, and holds no texts"));
    assert!(file("c.xml", "<rss><channel>").contains("not well-formed XML (byte "));
    assert!(file("d.xml", "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss/>").contains("never expanded"));
    assert!(refusal(&["https://herald.example/fire"]).contains("save the page"));
    assert!(refusal(&["file://other.example/fire.txt"]).contains("another machine"));
    let empty = folder.0.join("empty");
    fs::create_dir(&empty).expect("the folder can be written");
    assert!(refusal(&[empty.to_str().expect("its name is UTF-8")]).contains("holds no articles"));
    let items = "<item><title>Fire</title></item>".repeat(61);
    assert!(
        file("many.xml", &format!("<rss><channel>{items}</channel></rss>")).contains("61 articles; the limit is 60")
    );
}

#[test]
fn keys_are_printed_line_by_line() {
    let article = |id: &str, text: &str| json!({ "id": id, "text": text, "published": "2024-03-05" }).to_string();
    let input = [article("h", HERALD), "{".to_owned(), article("c", COURIER)].join("\n");
    let output = run(&mut variorum(&["keys", "--jobs", "2"]), input);
    assert!(output.status.success(), "{}", words(&output.stderr));
    let lines = lines(&output.stdout);
    assert_eq!(lines.iter().map(|line| line["id"].as_str()).collect::<Vec<_>>(), [Some("h"), None, Some("c")]);
    assert_eq!(
        (lines[1]["error"]["line"].as_u64(), lines[1]["error"]["code"].as_str()),
        (Some(2), Some("bad-request"))
    );
    for line in [&lines[0], &lines[2]] {
        let keys: Vec<&str> =
            line["keys"].as_array().expect("they are listed").iter().filter_map(Value::as_str).collect();
        assert!(keys.contains(&"name:aurora") && keys.contains(&"day:2024-03-04 aurora"), "{keys:?}");
        assert_eq!(line["published"], "2024-03-05", "the day goes along, to gather by");
    }
}
