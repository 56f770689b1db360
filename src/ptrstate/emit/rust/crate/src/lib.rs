//! CPython's C API, one to one, with types that say what state each pointer is in.
//!
//! Every function of the table is here under its own name, still `unsafe` and still C: an [`OwnedPtr`] is one pointer wide and
//! is passed as the C pointer is.  What the types add is what has to be remembered in C:
//!
//! * an [`OwnedPtr`] is one strong reference, released when it goes out of scope, moved by a function that steals it;
//! * a [`BorrowedPtr`] lives no longer than the handle that it came from;
//! * NULL is `None`, and a result that can be NULL is an `Option`, or a type that has to be asked ([`outcome`]);
//! * a borrow from a mutable owner also borrows the [`Attached`] token, which every function that may run Python takes for itself
//!   ([`Runs`]): such a borrow cannot be held across one.  Promote it with [`BorrowedPtr::to_owned`].
//!
//! The declarations are in [`ffi`], a module per C header; `OMITTED.md` lists what is not here, with the reason.

#![allow(non_snake_case, non_camel_case_types)] // the names are C's
#![allow(clashing_extern_declarations)] // `raw` and `ffi` declare a few symbols with the two faces of one signature

pub mod abi;
mod attached;
mod borrowed;
pub mod callbacks;
pub mod data;
mod everything;
pub mod ffi;
mod inline;
mod interior;
mod layout;
pub mod outcome;
mod owned;
mod pointee;
pub mod pointees;
mod raised;
mod raw;
pub mod structs;

pub use attached::{Attached, Peek, Runs};
pub use borrowed::BorrowedPtr;
pub use core::ptr::NonNull;
pub use interior::{AsVoid, InteriorMut, InteriorPtr};
pub use outcome::{Always, Ambiguous, Found, OrError, OrRaise, Returned, Status, Truth};
pub use owned::{NotTaken, OwnedPtr};
pub use pointees::{IsA, Object, Pointee};
pub use raised::Raised;
