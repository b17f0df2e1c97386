//! A small server of static files for this machine: one thread a connection, one request a connection.
//!
//! It sends the headers that a careful host would send, so that what works here works there: in particular the
//! content security policy under which the page must run.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

/// Longest request line with headers that is read, in bytes.
const MAX_HEAD_BYTES: u64 = 16 * 1024;

/// How long a connection may stay silent.
const SILENCE: Duration = Duration::from_secs(10);

/// No script but the page's own, no connection but to this server, WebAssembly allowed, nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; \
     img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; \
     trusted-types default lit-html variorum";

/// A folder that is served.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    folder: PathBuf,
}

impl Site {
    /// Serves `folder` and nothing outside it.
    ///
    /// # Errors
    /// When the folder does not exist.
    pub(crate) fn new(folder: PathBuf) -> Result<Self> {
        let folder = folder.canonicalize().with_context(|| format!("there is no {}", folder.display()))?;
        Ok(Self { folder })
    }

    /// The file of a request's target: its index for a folder, nothing for what lies outside the site.
    fn find(&self, target: &str) -> Option<PathBuf> {
        let path = target.split(['?', '#']).next()?;
        let decoded = percent_decode(path)?;
        let relative = Path::new(decoded.trim_start_matches('/'));
        if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let mut file = self.folder.join(relative);
        if file.is_dir() {
            file.push("index.html");
        }
        // Resolved once more, so that a symbolic link does not lead out of the site either.
        let file = file.canonicalize().ok()?;
        (file.starts_with(&self.folder) && file.is_file()).then_some(file)
    }
}

/// Answers connections until the program ends.
///
/// # Errors
/// When the listener itself fails.
pub(crate) fn serve(listener: &TcpListener, site: &Site) -> Result<()> {
    let site = Arc::new(site.clone());
    for connection in listener.incoming() {
        // A connection that was given up before it was taken is the browser's affair.
        let Ok(stream) = connection else { continue };
        let site = Arc::clone(&site);
        thread::spawn(move || answer(&stream, &site));
    }
    Ok(())
}

/// Answers the one request of a connection; a browser that leaves midway is no error.
fn answer(stream: &TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_write_timeout(Some(SILENCE))?;
    let mut head = BufReader::new(stream.take(MAX_HEAD_BYTES));
    let mut request = String::new();
    head.read_line(&mut request)?;
    // The headers are read to their end, as closing on unread bytes would reset the connection.
    let mut header = String::new();
    while head.read_line(&mut header)? > 2 {
        header.clear();
    }
    let response = respond(&request, site);
    let mut stream = stream;
    stream.write_all(&response)?;
    stream.flush()
}

/// The whole response to a request line.
fn respond(request: &str, site: &Site) -> Vec<u8> {
    let mut words = request.split_ascii_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !matches!(method, "GET" | "HEAD") {
        return response("405 Method Not Allowed", "text/plain; charset=utf-8", b"Only GET and HEAD.\n", true);
    }
    let Some(file) = site.find(target) else {
        return response("404 Not Found", "text/plain; charset=utf-8", b"There is no such file.\n", method == "GET");
    };
    match fs::read(&file) {
        Ok(body) => response("200 OK", media_type(&file), &body, method == "GET"),
        Err(_) => response("500 Internal Server Error", "text/plain", b"The file cannot be read.\n", method == "GET"),
    }
}

fn response(status: &str, media_type: &str, body: &[u8], with_body: bool) -> Vec<u8> {
    let mut bytes = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         Content-Security-Policy: {POLICY}\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
         Cross-Origin-Opener-Policy: same-origin\r\nConnection: close\r\n\r\n",
        body.len()
    )
    .into_bytes();
    if with_body {
        bytes.extend_from_slice(body);
    }
    bytes
}

/// The type that a browser must be told, since it may not guess.
fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Resolves `%20` and its like; nothing when the result is no text.
fn percent_decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(name: &str) -> (PathBuf, Site) {
        let base = std::env::temp_dir().join(format!("variorum-site-{name}-{}", std::process::id()));
        fs::create_dir_all(base.join("dist/a b")).unwrap();
        fs::write(base.join("secret.txt"), "secret").unwrap();
        fs::write(base.join("dist/index.html"), "<title>Variorum</title>").unwrap();
        fs::write(base.join("dist/a b/x.wasm"), [0, 97, 115, 109]).unwrap();
        let site = Site::new(base.join("dist")).unwrap();
        (base, site)
    }

    fn status_and_body(request: &str, site: &Site) -> (String, String) {
        let response = String::from_utf8_lossy(&respond(request, site)).into_owned();
        let (head, body) = response.split_once("\r\n\r\n").unwrap();
        (head.lines().next().unwrap().to_owned(), body.to_owned())
    }

    #[test]
    fn the_folder_answers_with_its_index() {
        let (base, site) = site("index");
        let (status, body) = status_and_body("GET /?x=1 HTTP/1.1\r\n", &site);
        assert_eq!((status.as_str(), body.as_str()), ("HTTP/1.1 200 OK", "<title>Variorum</title>"));
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn wasm_is_announced_as_such_under_an_escaped_name() {
        let (base, site) = site("wasm");
        let response = String::from_utf8_lossy(&respond("HEAD /a%20b/x.wasm HTTP/1.1", &site)).into_owned();
        assert!(response.contains("Content-Type: application/wasm\r\nContent-Length: 4\r\n"), "{response}");
        assert!(response.ends_with("\r\n\r\n"), "a HEAD request has no body");
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let (base, site) = site("outside");
        std::os::unix::fs::symlink(base.join("secret.txt"), base.join("dist/link.txt")).unwrap();
        for target in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/a%20b/../../secret.txt",
            "/link.txt",
            "//etc/passwd",
            "/%ff",
            "/%",
        ] {
            let (status, body) = status_and_body(&format!("GET {target} HTTP/1.1"), &site);
            assert_eq!(status, "HTTP/1.1 404 Not Found", "{target}");
            assert!(!body.contains("secret"));
        }
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn only_reading_is_allowed() {
        let (base, site) = site("method");
        assert!(status_and_body("POST / HTTP/1.1", &site).0.contains("405"));
        assert!(status_and_body("", &site).0.contains("405"));
        fs::remove_dir_all(base).unwrap();
    }
}
