//! What the generated modules name, each some of it.

#![allow(unused_imports)]

pub(crate) use core::ffi::{
    c_char, c_double, c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong,
    c_ulonglong, c_ushort, c_void,
};
pub(crate) use core::mem::ManuallyDrop;
pub(crate) use core::ptr::NonNull;

pub(crate) use crate::abi::Abi;
pub(crate) use crate::attached::{Attached, Peek, Runs};
pub(crate) use crate::borrowed::BorrowedPtr;
pub(crate) use crate::interior::{AsVoid, InteriorMut, InteriorPtr};
pub(crate) use crate::outcome::{Always, Ambiguous, Found, OrError, OrRaise, Status, Truth};
pub(crate) use crate::owned::{NotTaken, OwnedPtr};
pub(crate) use crate::pointees::*;
pub(crate) use crate::raised::Raised;
pub(crate) use crate::structs::*;
pub(crate) use crate::{callbacks, inline};
