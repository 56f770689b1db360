//! Which CPython the crate is built for, as `--cfg Py_3_12` (and every version before it), `Py_LIMITED_API`, `Py_REF_COUNTED`.
//!
//! `PTRSTATE_PYTHON` names an interpreter to ask; else the features `py311`, `py312`, `py313` say it; else it is the newest.

use std::env;
use std::process::Command;

const OLDEST: u32 = 11;
const NEWEST: u32 = 13;
const QUESTIONS: &str = "
import sys, sysconfig
ask = sysconfig.get_config_var
print(sys.version_info[1])
print(int(bool(ask('Py_GIL_DISABLED') or hasattr(sys, 'gettotalrefcount'))))
print(ask('LIBDIR') or '')
print(ask('LDVERSION') if ask('Py_ENABLE_SHARED') else '')
";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=PTRSTATE_PYTHON");
    for minor in OLDEST..=NEWEST {
        println!("cargo::rustc-check-cfg=cfg(Py_3_{minor})");
    }
    println!("cargo::rustc-check-cfg=cfg(Py_LIMITED_API, Py_COUNTS_BY_CALL, Py_LINKED)");
    let limited = env::var_os("CARGO_FEATURE_LIMITED_API").is_some();
    let minor = match env::var("PTRSTATE_PYTHON") {
        Ok(interpreter) => ask(&interpreter, limited),
        Err(_) => asked_for().unwrap_or(NEWEST),
    };
    for version in OLDEST..=minor {
        println!("cargo::rustc-cfg=Py_3_{version}");
    }
    if limited {
        println!("cargo::rustc-cfg=Py_LIMITED_API");
    }
}

fn asked_for() -> Option<u32> {
    (OLDEST..=NEWEST).find(|minor| env::var_os(format!("CARGO_FEATURE_PY3{minor}")).is_some())
}

fn ask(interpreter: &str, limited: bool) -> u32 {
    let output = Command::new(interpreter).args(["-c", QUESTIONS]).output();
    let output = output.unwrap_or_else(|error| panic!("PTRSTATE_PYTHON={interpreter}: {error}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut answers = text.lines();
    let mut next = || answers.next().unwrap_or_default().to_owned();
    let minor: u32 = next()
        .parse()
        .unwrap_or_else(|_| panic!("{interpreter} is no CPython"));
    assert!(
        minor >= OLDEST,
        "CPython 3.{minor} is older than 3.{OLDEST}"
    );
    if next() == "1" {
        // A debug build, or one without the lock: references are counted by the interpreter itself.
        println!("cargo::rustc-cfg=Py_COUNTS_BY_CALL");
    }
    let (directory, version) = (next(), next());
    if !version.is_empty() {
        println!("cargo::rustc-cfg=Py_LINKED");
        println!("cargo::rustc-link-arg-tests=-L{directory}");
        println!("cargo::rustc-link-arg-tests=-Wl,-rpath,{directory}");
        println!("cargo::rustc-link-arg-tests=-lpython{version}");
    }
    match asked_for() {
        Some(oldest) if limited => oldest,
        _ => minor.min(NEWEST),
    }
}
