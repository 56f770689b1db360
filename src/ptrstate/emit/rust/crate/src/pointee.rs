//! What a pointer points to: a type per C struct, never made in Rust.

use core::ptr::NonNull;

use crate::pointees::PyObject;

/// A C struct.
pub trait Pointee: 'static {
    /// The struct as the raw signatures have it: `PyObject` for every object, itself for anything else.
    type Struct;

    /// Release what an owned pointer owns.
    ///
    /// # Safety
    ///
    /// The caller owns it, and does not use it afterwards.
    unsafe fn release(pointer: NonNull<Self>);
}

/// A Python object: it has a count of references.
pub trait Object: Pointee<Struct = PyObject> {}

/// Every `Self` is a `Base`.
///
/// # Safety
///
/// It is.
pub unsafe trait IsA<Base: Pointee>: Pointee {}

/// Declare the structs of Python objects, each with its bases.
macro_rules! objects {
    ($($(#[$doc:meta])* $name:ident: $($base:ident)*;)*) => { $(
        $(#[$doc])*
        #[repr(C)]
        pub struct $name {
            _opaque: [u8; 0],
            _not_sent: core::marker::PhantomData<(*mut u8, core::marker::PhantomPinned)>,
        }

        impl $crate::pointee::Pointee for $name {
            type Struct = $crate::pointees::PyObject;

            #[inline(always)]
            unsafe fn release(pointer: core::ptr::NonNull<Self>) {
                // SAFETY: the caller's promise.
                unsafe { $crate::owned::release_object(pointer.cast()) }
            }
        }

        impl $crate::pointee::Object for $name {}

        // SAFETY: behind a pointer every object is one.
        unsafe impl $crate::abi::Abi for $name {
            type Raw = $crate::pointees::PyObject;
        }

        $(
            // SAFETY: so says the declaration of the struct.
            unsafe impl $crate::pointee::IsA<$base> for $name {}
        )*
    )* };
}

/// Declare other structs; nobody owns one by a handle, so nothing is released.
macro_rules! structs {
    ($($(#[$doc:meta])* $name:ident;)*) => { $(
        $(#[$doc])*
        #[repr(C)]
        pub struct $name {
            _opaque: [u8; 0],
            _not_sent: core::marker::PhantomData<(*mut u8, core::marker::PhantomPinned)>,
        }

        impl $crate::pointee::Pointee for $name {
            type Struct = $name;

            unsafe fn release(_pointer: core::ptr::NonNull<Self>) {}
        }

        // SAFETY: it is the C struct itself.
        unsafe impl $crate::abi::Abi for $name {
            type Raw = $name;
        }
    )* };
}

macro_rules! memory {
    ($($memory:ty)*) => { $(
        impl Pointee for $memory {
            type Struct = $memory;

            unsafe fn release(_pointer: NonNull<Self>) {}
        }
    )* };
}

memory! { core::ffi::c_void i8 u8 i16 u16 i32 u32 i64 u64 }

pub(crate) use {objects, structs};
