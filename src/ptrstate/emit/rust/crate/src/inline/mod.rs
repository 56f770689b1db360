//! The macros and inline functions of the headers, which have no symbol to call: written again, with raw pointers.
//!
//! `ffi` has each under its own name with its types.

#![allow(dead_code, unused_imports)] // some version, or none, needs each

#[cfg(not(Py_LIMITED_API))]
mod calls;
#[cfg(not(Py_LIMITED_API))]
mod checks;
#[cfg(not(Py_LIMITED_API))]
mod datetime;
#[cfg(not(Py_LIMITED_API))]
pub(crate) mod layouts;
#[cfg(not(Py_LIMITED_API))]
mod members;
mod object;
#[cfg(not(Py_LIMITED_API))]
mod sequences;
mod shorthands;
#[cfg(not(Py_LIMITED_API))]
mod unicode;

#[cfg(not(Py_LIMITED_API))]
pub(crate) use {calls::*, checks::*, datetime::*, members::*, sequences::*, unicode::*};
pub(crate) use {object::*, shorthands::*};
