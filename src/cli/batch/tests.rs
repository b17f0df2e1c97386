//! The batch with a comparer of the test's own: order, bounds and failures.

use std::io::{self, Cursor};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

/// A report that names the request's first article.
fn echo(request: &Request) -> Result<Report, Error> {
    let id = request.articles.first().ok_or(Error::NoArticle)?.id.clone();
    Ok(Report {
        version: 1,
        engine: String::new(),
        articles: Vec::new(),
        stories: vec![vec![id]],
        findings: Vec::new(),
        only: Vec::new(),
        shared: Vec::new(),
        alignment: Vec::new(),
        not_compared: Vec::new(),
        hashes: Vec::new(),
    })
}

fn request(id: &str, text: &str) -> String {
    json!({ "articles": [{ "id": id, "text": text }] }).to_string()
}

fn answers<C>(input: String, jobs: usize, compare: C) -> Vec<serde_json::Value>
where
    C: Fn(&Request) -> Result<Report, Error> + Send + Sync + 'static,
{
    let mut output = Vec::new();
    answer_all(Cursor::new(input), &mut output, jobs, Progress::new(false, None), move |line| report(line, &compare))
        .expect("answered");
    let text = String::from_utf8(output).expect("JSON is UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn answers_keep_the_order_of_their_lines() {
    let count = 500;
    let input: Vec<_> = (0..count).map(|n: usize| request(&n.to_string(), &"x".repeat(n * 37 % 4000))).collect();
    for jobs in [1, 2, 8] {
        // Early lines take longest, so that later answers overtake them.
        let slow = move |request: &Request| {
            let n: usize = request.articles[0].id.parse().expect("a number");
            thread::sleep(std::time::Duration::from_micros((n as u64 * 7919) % 800));
            echo(request)
        };
        let found = answers(input.join("\n"), jobs, slow);
        let ids: Vec<_> = found.iter().map(|report| report["stories"][0][0].clone()).collect();
        let expected: Vec<_> = (0..count).map(|n| json!(n.to_string())).collect();
        assert_eq!(ids, expected, "{jobs} jobs");
    }
}

#[test]
fn one_slow_line_holds_back_only_so_many() {
    let started = Arc::new(AtomicUsize::new(0));
    let (jobs, seen) = (2, Arc::clone(&started));
    let input: Vec<_> = (0..200).map(|n: usize| request(&n.to_string(), "")).collect();
    let found = answers(input.join("\n"), jobs, move |request| {
        let ahead = seen.fetch_add(1, Ordering::SeqCst);
        if request.articles[0].id == "0" {
            thread::sleep(std::time::Duration::from_millis(200));
            let ahead = seen.load(Ordering::SeqCst);
            assert!(ahead <= jobs * LINES_AHEAD_PER_JOB, "{ahead} were compared ahead");
        }
        assert!(ahead < 200);
        echo(request)
    });
    assert_eq!(found.len(), 200);
    assert_eq!(found[0]["stories"][0][0], "0", "the slow line was answered: {}", found[0]);
}

#[test]
fn a_failing_line_is_named_and_the_rest_is_answered() {
    let input =
        format!("{}\n\n{{\n{{\"articles\": []}}\n{}\n{}", request("a", ""), request("panic", ""), request("b", ""));
    let found = answers(input, 2, |request| {
        assert!(request.articles.is_empty() || request.articles[0].id != "panic", "as the test wants it");
        echo(request)
    });
    let errors: Vec<_> = found.iter().map(|answer| (&answer["error"]["line"], &answer["error"]["code"])).collect();
    let none = &serde_json::Value::Null;
    let (three, four, five) = (&json!(3), &json!(4), &json!(5));
    let (bad, no_article, internal) = (&json!("bad-request"), &json!("no-article"), &json!("internal"));
    assert_eq!(errors, [(none, none), (three, bad), (four, no_article), (five, internal), (none, none)]);
    let message = found[1]["error"]["message"].as_str().expect("a message");
    assert!(message.ends_with("write each request on one line"), "{message}");
}

#[test]
fn a_line_over_the_limit_is_refused_without_being_read() {
    let line = Line { number: 7, bytes: None };
    let refused: serde_json::Value =
        serde_json::from_slice(&answered(&line, &|line: &[u8]| report(line, &echo))).expect("JSON");
    assert_eq!(refused["error"]["line"], 7);
    assert_eq!(refused["error"]["code"], "line-too-long");
}

/// Takes some bytes, then fails as a closed pipe does, or as a full disk does.
struct Closing(io::ErrorKind);

impl Write for Closing {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Requests without end.
struct Endless(Cursor<Vec<u8>>);

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(buffer)?;
        if read < buffer.len() {
            self.0.set_position(0);
        }
        Ok(read)
    }
}

#[test]
fn a_closed_output_ends_the_batch_quietly_and_a_full_one_with_words() {
    let endless = || Endless(Cursor::new((request("a", "x") + "\n").into_bytes()));
    let end = |kind| answer_all(endless(), Closing(kind), 2, Progress::new(false, None), |line| report(line, &echo));
    assert_eq!(end(io::ErrorKind::BrokenPipe), Ok(()));
    let told = end(io::ErrorKind::StorageFull).expect_err("nothing was written");
    assert!(told.starts_with("the reports cannot be written: "), "{told}");
}
