//! Static files for this machine alone.
//!
//! They go with the headers that a careful host would send, so that what works here works there: in particular the
//! content security policy under which the page must run.

use std::{
    fs::File,
    net::TcpListener,
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread,
};

use anyhow::{Context, Result, anyhow};
use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// Requests that are answered at once; a browser asks for six files of an origin side by side.
const THREADS: usize = 6;

/// No script but the page's own, no connection but to this server, WebAssembly allowed, nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; \
     img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

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
        let decoded = percent_decode_str(path).decode_utf8().ok()?;
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

/// Answers requests until the program ends.
///
/// # Errors
/// When the listener itself fails.
pub(crate) fn serve(listener: TcpListener, site: &Site) -> Result<()> {
    let server = Server::from_listener(listener, None).map_err(|fault| anyhow!("nothing can be served: {fault}"))?;
    let server = Arc::new(server);
    let threads = (0..THREADS).map(|_| {
        let (server, site) = (Arc::clone(&server), site.clone());
        thread::spawn(move || {
            for request in server.incoming_requests() {
                answer(request, &site);
            }
        })
    });
    for thread in threads.collect::<Vec<_>>() {
        thread.join().map_err(|_| anyhow!("the server has died"))?;
    }
    Ok(())
}

/// Answers a request; a browser that leaves midway is no error.
fn answer(request: Request, site: &Site) {
    let found = if matches!(request.method(), Method::Get | Method::Head) {
        site.find(request.url()).ok_or((404, "There is no such file.\n"))
    } else {
        Err((405, "Only GET and HEAD.\n"))
    };
    let opened = found.and_then(|path| match File::open(&path) {
        Ok(file) => Ok((path, file)),
        Err(_) => Err((500, "The file cannot be read.\n")),
    });
    let _ = match opened {
        Ok((path, file)) => request.respond(guarded(Response::from_file(file), &media_type(&path))),
        Err((status, words)) => {
            let response = Response::from_string(words).with_status_code(StatusCode(status));
            request.respond(guarded(response, "text/plain; charset=utf-8"))
        }
    };
}

/// The response with what a browser must be told, since it may not guess.
fn guarded<R: std::io::Read>(mut response: Response<R>, media_type: &str) -> Response<R> {
    for (name, value) in [
        ("Content-Type", media_type),
        ("Cache-Control", "no-cache"),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

fn media_type(file: &Path) -> String {
    let known = mime_guess::from_path(file).first_or_octet_stream();
    if known.type_() == mime_guess::mime::TEXT { format!("{known}; charset=utf-8") } else { known.to_string() }
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        io::{Read, Write},
        net::TcpStream,
    };

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

    /// Serves the folder at an address of its own; what a request gets, head and body.
    fn ask(site: &Site, request: &str) -> (String, String) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let site = site.clone();
        thread::spawn(move || serve(listener, &site));
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut response = Vec::new();
        stream.read_to_end(&mut response).unwrap();
        let response = String::from_utf8_lossy(&response).into_owned();
        let (head, body) = response.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    #[test]
    fn the_folder_answers_with_its_index_under_the_policy() {
        let (base, site) = site("index");
        let (head, body) = ask(&site, "GET /?x=1");
        assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
        assert!(head.contains("Content-Type: text/html; charset=utf-8"), "{head}");
        assert!(head.contains(POLICY), "{head}");
        assert_eq!(body, "<title>Variorum</title>");
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn wasm_is_announced_as_such_under_an_escaped_name() {
        let (base, site) = site("wasm");
        let (head, body) = ask(&site, "HEAD /a%20b/x.wasm");
        assert!(head.contains("Content-Type: application/wasm"), "{head}");
        assert!(head.contains("Content-Length: 4"), "{head}");
        assert_eq!(body, "", "a HEAD request has no body");
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn files_of_a_page_have_the_types_that_browsers_ask_for() {
        for (name, expected) in [
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.css", "text/css; charset=utf-8"),
            ("a.json", "application/json"),
            ("a.webmanifest", "application/manifest+json"),
            ("a.svg", "image/svg+xml"),
            ("a.woff2", "font/woff2"),
            ("a.txt", "text/plain; charset=utf-8"),
            ("a", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(name)), expected, "{name}");
        }
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
            let (head, body) = ask(&site, &format!("GET {target}"));
            assert!(head.starts_with("HTTP/1.1 404 "), "{target}: {head}");
            assert!(!body.contains("secret"));
        }
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn only_reading_is_allowed() {
        let (base, site) = site("method");
        assert!(ask(&site, "POST /").0.starts_with("HTTP/1.1 405 "));
        fs::remove_dir_all(base).unwrap();
    }
}
