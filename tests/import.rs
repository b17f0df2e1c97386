//! Articles from the files of others, sound, damaged and hostile.

use variorum::{
    exchange::import::{Imported, Refused, read},
    report::ArticleInput,
};

/// The one article of a file.
#[track_caller]
fn one(name: &str, text: &str) -> ArticleInput {
    let Imported { mut articles, wordless } = read(name, text).expect("there is an article");
    assert_eq!(wordless, 0);
    assert_eq!(articles.len(), 1, "{articles:?}");
    articles.remove(0)
}

#[track_caller]
fn check(article: &ArticleInput, text: &str, outlet: &str, published: &str, url: &str) {
    assert_eq!(article.text, text);
    let known = [&article.outlet, &article.published, &article.url].map(|field| field.as_deref().unwrap_or_default());
    assert_eq!(known, [outlet, published, url]);
    assert_eq!(article.title, None, "it stands in the text");
}

const NEWS_ARTICLE: &str = r#"{
  "@context": "https://schema.org", "@type": ["NewsArticle", "ReportageNewsArticle"], "headline": "Fire hurts 12 &amp; a dog",
  "author": [{ "@type": "Person", "name": "Ann Lee" }, { "@type": "Person", "name": "Ben Orr" }],
  "publisher": { "@type": "Organization", "name": "Herald" }, "datePublished": "2024-03-05T23:30:00-05:00",
  "mainEntityOfPage": { "@id": "https://herald.example/fire" },
  "articleBody": "A fire on the ferry Aurora hurt 12 people on Monday, police said.\nThe ferry was towed to port in the evening, and nobody is missing; the harbour is open again."
}"#;

const NEWS_TEXT: &str = "Fire hurts 12 & a dog\n\nBy Ann Lee and Ben Orr\n\nA fire on the ferry Aurora hurt 12 people on Monday, \
                         police said.\n\nThe ferry was towed to port in the evening, and nobody is missing; the harbour is open again.";

#[test]
fn json_ld_alone_and_in_a_graph() {
    check(&one("a.jsonld", NEWS_ARTICLE), NEWS_TEXT, "Herald", "2024-03-05", "https://herald.example/fire");
    let graph = format!(r#"{{ "@graph": [{{ "@type": "WebSite", "name": "Herald" }}, {NEWS_ARTICLE}] }}"#);
    check(&one("-", &graph), NEWS_TEXT, "Herald", "2024-03-05", "https://herald.example/fire");
}

#[test]
fn json_ld_in_a_page_that_keeps_its_text_to_itself() {
    let page = format!(
        "<!doctype html><html><head><title>Fire | Herald</title><script type='application/ld+json'>{{broken</script>
         <script type=\"application/ld+json\">{NEWS_ARTICLE}</script></head><body><h1>Fire hurts 12 &amp; a dog</h1><p>Subscribe.</p></body></html>"
    );
    check(&one("page.html", &page), NEWS_TEXT, "Herald", "2024-03-05", "https://herald.example/fire");
}

#[test]
fn a_page_that_shows_its_text() {
    let page = "<!DOCTYPE html><html lang=en><head><meta property='og:site_name' content='Courier'><link rel=canonical href='https://c.example/1'>
        <meta name=author content='By Eve Roe'><meta property=\"article:published_time\" content=\"2024-03-06T08:00Z\"></head>
        <body><nav><a href=/>Home</a></nav><main><h1>Fourteen hurt</h1><p>A fire hurt 14&nbsp;people,<br>police said.</p>
        <script>document.write('<p>99 people')</script><p onclick=\"steal()\">The <b>ferry</b> was towed.</p></main><footer>© 2024</footer></body></html>";
    let text = "Fourteen hurt\n\nBy Eve Roe\n\nA fire hurt 14 people, police said.\n\nThe ferry was towed.";
    check(&one("saved", page), text, "Courier", "2024-03-06", "https://c.example/1");
}

#[test]
fn ninjs_of_each_version() {
    let first = r#"{ "uri": "http://agency.example/items/1", "type": "composite", "versioncreated": "2013-07-09T10:37:00Z", "byline": "Ann Lee",
        "headline": "Captain on trial", "body_text": "GROSSETO -- The trial has begun. He denied it.",
        "body_xhtml": "<p>GROSSETO -- The trial has begun.</p><p>He denied it.</p>",
        "associations": { "mainpic": { "uri": "http://agency.example/pic", "type": "picture", "headline": "Ship", "description_text": "A ship." } } }"#;
    let text = "Captain on trial\n\nBy Ann Lee\n\nGROSSETO -- The trial has begun.\n\nHe denied it.";
    check(&one("item.json", first), text, "", "2013-07-09", "http://agency.example/items/1");
    let second = r#"{ "uri": "urn:newsml:agency:1", "type": "text", "versioncreated": "2013-07-09T10:37:00Z", "by": "By Ann Lee",
        "infosources": [{ "name": "The Agency" }],
        "headlines": [{ "role": "short", "value": "Trial" }, { "role": "main", "value": "Captain on trial" }],
        "bodies": [{ "role": "main", "contenttype": "text/plain", "value": "One line." },
                   { "role": "rich", "contenttype": "application/xhtml+xml", "value": "<p>GROSSETO -- The trial has begun.</p> <p>He denied it.</p>" }] }"#;
    check(&one("item.ninjs", second), text, "The Agency", "2013-07-09", "");
    let third = second
        .replace("versioncreated", "versionCreated")
        .replace("contenttype", "contentType")
        .replace("infosources", "infoSources");
    check(&one("-", &third), text, "The Agency", "2013-07-09", "");
    assert_eq!(read("list.json", &format!("[{first}, {second}]")).map(|read| read.articles.len()), Ok(2));
}

#[test]
fn texts_within_a_package_of_ninjs_are_its_articles() {
    let package = r#"{ "uri": "http://agency.example/p", "type": "composite", "headline": "Package", "associations": [
        { "name": "a", "uri": "http://agency.example/a", "headline": "One", "body_text": "One body." },
        { "name": "b", "uri": "http://agency.example/b", "headline": "Two", "body_text": "Two bodies." } ] }"#;
    let Imported { articles, wordless } = read("p.json", package).expect("there are two");
    let texts: Vec<&str> = articles.iter().map(|article| article.text.as_str()).collect();
    assert_eq!((texts, wordless), (vec!["One\n\nOne body.", "Two\n\nTwo bodies."], 0));
}

#[test]
fn items_of_rss() {
    let feed = r#"<?xml version="1.0" encoding="UTF-8"?><!-- made by hand -->
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>Herald &amp; Post</title><link>https://herald.example/</link><image><title>Logo</title></image>
        <item><title>Fire hurts 12</title><link>https://herald.example/fire</link><dc:creator>Ann Lee</dc:creator>
          <pubDate>Tue, 05 Mar 2024 22:30:00 GMT</pubDate><description>A summary.</description>
          <media:content url="https://x.example/pic.jpg"><media:title>Picture</media:title></media:content>
          <content:encoded><![CDATA[<p>A fire hurt <b>12</b> people &amp; a dog.</p><script>alert(1)</script><p>It burnt.</p>]]></content:encoded></item>
        <item><title><![CDATA[Council votes]]></title><description>&lt;p&gt;The council of Zwölf&amp;#39;s voted.&lt;/p&gt;</description>
          <source url="https://wire.example/">The Wire</source><author>desk@herald.example (Desk)</author></item>
        <item><title></title></item></channel></rss>"#;
    let Imported { articles, wordless } = read("feed", feed).expect("there are two");
    assert_eq!((articles.len(), wordless), (2, 1));
    let text = "Fire hurts 12\n\nBy Ann Lee\n\nA fire hurt 12 people & a dog.\n\nIt burnt.";
    check(&articles[0], text, "Herald & Post", "2024-03-05", "https://herald.example/fire");
    check(&articles[1], "Council votes\n\nThe council of Zwölf's voted.", "The Wire", "", "");
}

#[test]
fn entries_of_atom() {
    let feed = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The &lt;em&gt;Courier&lt;/em&gt;</title>
        <author><name>Desk</name></author>
        <entry><updated>2024-03-07T01:00:00Z</updated><published>2024-03-06T01:00:00Z</published><title>Fourteen hurt</title>
          <link rel="enclosure" href="https://c.example/a.mp3"/><link href="https://c.example/fire?a=1&amp;b=2"/><author><name>Eve Roe</name></author>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A fire hurt 14 &lt; 20 people.</p><p>The ferry<br/> was towed.</p></div></content></entry>
        <entry><title>Later</title><updated>2024-03-08T01:00:00Z</updated><summary>It was raining.</summary></entry></feed>"#;
    let Imported { articles, .. } = read("-", feed).expect("there are two");
    let text = "Fourteen hurt\n\nBy Eve Roe\n\nA fire hurt 14 < 20 people.\n\nThe ferry was towed.";
    check(&articles[0], text, "The Courier", "2024-03-06", "https://c.example/fire?a=1&b=2");
    check(&articles[1], "Later\n\nIt was raining.", "The Courier", "2024-03-08", "");
}

#[test]
fn requests_comparisons_and_lists() {
    let list = r#"[{ "text": "One.", "title": "T", "outlet": "Herald", "published": "2024-03-05" }, { "body": "Two." }, { "none": 1 }]"#;
    let imported = read("list.json", list).expect("there are two");
    let Imported { articles, wordless } = &imported;
    assert_eq!((articles.len(), *wordless), (2, 1));
    assert_eq!((articles[0].title.as_deref(), articles[1].text.as_str()), (Some("T"), "Two."));
    let request = format!(r#"{{ "articles": {list}, "options": {{}} }}"#);
    assert_eq!(read("-", &request), Ok(imported.clone()));
    let saved = format!(r#"{{ "format": "variorum-comparison", "version": 1, "articles": {list} }}"#);
    assert_eq!(read("-", &saved), Ok(imported.clone()));
    let page = format!(
        "<!doctype html><p>Table</p><script type=\"application/json\" id=\"variorum-comparison\">{saved}</script>"
    );
    assert_eq!(read("page.html", &page), Ok(imported));
    assert_eq!(
        read("lines.jsonl", "{\"text\": \"One.\"}\n\n{\"text\": \"Two.\"}\n").map(|read| read.articles.len()),
        Ok(2)
    );
}

#[test]
fn plain_text_stays_as_it_is() {
    for text in [
        "Fire hurts 12\r\n\r\nA fire.",
        "[UPDATED] Fire hurts 12",
        "{sic} he said",
        "<3 said the mayor",
        "3 < 4",
        "<b>Bold</b> start",
    ] {
        assert_eq!(one("a.txt", text).text, text);
    }
}

#[test]
fn what_cannot_be_taken_is_refused_with_its_reason() {
    assert!(matches!(read("a.json", "{\"@type\": \"NewsArticle\", "), Err(Refused::BrokenJson { .. })));
    assert!(
        matches!(read("a.jsonl", "{\"text\": \"One.\"}\n{"), Err(Refused::BrokenJson { message }) if message.starts_with("line 2:"))
    );
    for text in ["{}", "[]", "7", "{ \"a\": [1] }", r#"{ "@type": "NewsArticle", "headline": "No body" }"#] {
        assert_eq!(read("a.json", text), Err(Refused::ForeignJson), "{text}");
    }
    let report = r#"{ "version": 1, "articles": [{ "id": "a", "title": "T" }], "findings": [] }"#;
    assert_eq!(read("report.json", report), Err(Refused::ReportOnly));
    let later = r#"{ "format": "variorum-comparison", "version": 2, "articles": [{ "text": "One." }] }"#;
    assert_eq!(read("-", later), Err(Refused::Newer { version: 2 }));
    for text in ["", " \n", "<html><body></body></html>", "<rss><channel></channel></rss>", r#"[{ "text": " " }]"#] {
        let refused = read("a", text).expect_err("there is nothing");
        assert!(matches!(refused, Refused::Wordless | Refused::ForeignJson), "{text}: {refused}");
    }
}

#[test]
fn damaged_feeds_are_refused_with_the_place() {
    for feed in [
        "<rss><channel><item><title>Fire</title>",
        "<rss><channel><item><title>Fire</item></channel></rss>",
        "<rss><channel attr=\"x></channel></rss>",
        "<feed><entry><title>A</title></entry></feed></feed>",
        "<rss><![CDATA[ open",
    ] {
        assert!(matches!(read("feed.xml", feed), Err(Refused::BrokenXml { .. })), "{feed}");
    }
}

#[test]
fn no_entity_is_expanded_and_none_is_fetched() {
    let laughs = (1..=9).fold(String::from("<!ENTITY l0 \"ha\">"), |text, n| {
        format!("{text}<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))
    });
    for declared in
        [laughs.as_str(), "<!ENTITY x SYSTEM \"file:///etc/passwd\">", "<!entity % p SYSTEM \"http://x.example/\"> %p;"]
    {
        let feed =
            format!("<!DOCTYPE rss [{declared}]><rss><channel><item><title>&l9;&x;</title></item></channel></rss>");
        assert_eq!(read("feed.xml", &feed), Err(Refused::Entities));
    }
    let plain = "<!DOCTYPE rss PUBLIC \"-//Netscape\" \"http://x.example/rss.dtd\"><rss><channel><item><title>A &ldquo;fire&rdquo; &unknown;</title></item></channel></rss>";
    assert_eq!(one("feed.xml", plain).text, "A “fire” &unknown;");
}

#[test]
fn deep_and_large_input_takes_bounded_time() {
    let deep = "<div>".repeat(50_000) + "words" + &"</div>".repeat(50_000);
    assert_eq!(one("page.html", &deep).text, "words");
    let nested = "[".repeat(100_000) + &"]".repeat(100_000);
    assert!(
        matches!(read("a.json", &nested), Err(Refused::BrokenJson { .. })),
        "the reader of JSON has a limit of depth"
    );
    let graph = format!("{{\"@graph\": [{}]}}", vec!["{\"@graph\": [{}, {}]}"; 60_000].join(","));
    assert_eq!(read("a.json", &graph), Err(Refused::ForeignJson));
    let items = "<item><title>Fire</title><description>It burnt.</description></item>".repeat(5_000);
    let feed = format!("<rss><channel>{items}</channel></rss>");
    assert_eq!(read("feed.xml", &feed).map(|read| read.articles.len()), Ok(5_000));
    let open = "<p title=\"".repeat(20_000);
    assert!(read("page.html", &open).is_err() || !open.is_empty());
    let amps = "&".repeat(200_000);
    assert_eq!(one("page.html", &format!("<p>{amps}</p>")).text, amps);
}

#[test]
fn no_cut_and_no_lost_sign_breaks_the_reader() {
    let page = "<!doctype html><html><head><title>Fire — Zwölf</title><meta name='author' content=\"Ann\"></head><body><!-- x --><article>\
                <h1>Fire — 12</h1><p title='a > b'>A fire hurt 12 “people” &amp; a dog 🚢.<br/><![CDATA[x]]></p></article></body></html>";
    let feed = "<?xml version='1.0'?><rss><channel><title>Heräld</title><item><title>Fire 🚢</title><link>https://h.example/</link>\
                <content:encoded><![CDATA[<p>It — burnt &ldquo;12&rdquo;.</p>]]></content:encoded><pubDate>Tue, 05 Mar 2024</pubDate></item></channel></rss>";
    let item = r#"{"uri":"http://a.example/1","versionCreated":"2013-07-09","headlines":[{"value":"Trial — 🚢"}],"bodies":[{"value":"<p>It — began.</p>"}]}"#;
    for (name, whole) in [("p.html", page), ("f.xml", feed), ("i.json", item), ("n.json", NEWS_ARTICLE)] {
        assert!(read(name, whole).is_ok(), "{name}");
        for (at, sign) in whole.char_indices() {
            let (before, behind) = (&whole[..at], &whole[at + sign.len_utf8()..]);
            for damaged in [
                before.to_owned(),
                behind.to_owned(),
                format!("{before}{behind}"),
                format!("{before}<{sign}\u{2028}{behind}"),
            ] {
                // Whatever is read has words; whatever is not has a reason that can be told.
                match read(name, &damaged) {
                    Ok(read) => assert!(read.articles.iter().all(|article| !article.text.trim().is_empty())),
                    Err(refused) => assert!(!refused.to_string().is_empty()),
                }
            }
        }
    }
}
